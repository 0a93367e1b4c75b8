package dev.mastro.query.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What every ledger account holds when the day {@code asOf} has its postings but is not served yet:
 * facts of that day count, revenue counts for the days before it (billing.md 5.5). {@code knownAt}
 * leaves out what was recorded later; {@code null} leaves out nothing.
 */
record TrialBalance(LocalDate asOf, @Nullable Instant knownAt, boolean balanced, List<Book> books) {

    /** The books of one currency; no entry mixes two. */
    record Book(
            CurrencyUnit currency,
            List<Balance> accounts,
            Money debit,
            Money credit,
            String difference,
            boolean balanced) {

        static Book of(CurrencyUnit currency, List<Balance> accounts) {
            Money zero = Money.zero(currency);
            Money debit = accounts.stream().map(Balance::debit).reduce(zero, Money::plus);
            Money credit = accounts.stream().map(Balance::credit).reduce(zero, Money::plus);
            Money difference = debit.minus(credit);
            return new Book(
                    currency,
                    accounts,
                    debit,
                    credit,
                    difference.getAmount().toPlainString(),
                    difference.isZero());
        }
    }

    /** Turnover of both sides, and the balance on the side where it stands. */
    record Balance(
            String code,
            String name,
            LedgerAccount.Kind kind,
            Money debit,
            Money credit,
            Money balance,
            Side side) {

        static Balance of(LedgerAccount account, Money debit, Money credit) {
            Money owed = debit.minus(credit);
            Side side = owed.isZero() ? account.normalSide() : sideOf(owed);
            return new Balance(
                    account.code(),
                    account.title(),
                    account.kind(),
                    debit,
                    credit,
                    owed.abs(),
                    side);
        }

        private static Side sideOf(Money signed) {
            return signed.isPositive() ? Side.DEBIT : Side.CREDIT;
        }
    }

    static TrialBalance of(LocalDate asOf, @Nullable Instant knownAt, List<Book> books) {
        return new TrialBalance(asOf, knownAt, books.stream().allMatch(Book::balanced), books);
    }

    /** Sums of many amounts may exceed what a count of minor units holds. */
    static Money ofMinor(CurrencyUnit currency, BigDecimal minor) {
        return Money.of(currency, minor.movePointLeft(currency.getDecimalPlaces()));
    }
}
