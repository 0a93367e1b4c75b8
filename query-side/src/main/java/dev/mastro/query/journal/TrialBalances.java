package dev.mastro.query.journal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums the books at a date, as known at an instant (billing.md C15). */
@Component
class TrialBalances {

    private static final String SUMS =
            """
            WITH earned AS (
                SELECT currency, ledger_code,
                       sum(revenue_earned(line,
                                          CASE WHEN closed_recorded_at <= :knownAt::timestamptz
                                               THEN closed_on END,
                                          :asOf::date)) AS minor
                  FROM revenue_line AS line
                 WHERE recorded_at <= :knownAt::timestamptz
                   AND counts_from <= :asOf::date
                 GROUP BY currency, ledger_code
            ), turnover AS (
                SELECT currency, ledger_code,
                       sum(greatest(amount_minor, 0)) AS debit,
                       sum(greatest(-amount_minor, 0)) AS credit
                  FROM journal_posting
                 WHERE posted_on <= :asOf::date
                   AND recorded_at <= :knownAt::timestamptz
                 GROUP BY currency, ledger_code
                 UNION ALL
                SELECT currency, '2000', minor, 0 FROM earned
                 UNION ALL
                SELECT currency, ledger_code, 0, minor FROM earned
            )
            SELECT currency, ledger_code, sum(debit) AS debit, sum(credit) AS credit
              FROM turnover
             WHERE currency = :currency OR :currency::text IS NULL
             GROUP BY currency, ledger_code
             ORDER BY currency, ledger_code
            """;

    private final JdbcClient jdbc;

    TrialBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For one currency, or for all that anything was ever posted in. */
    TrialBalance at(LocalDate asOf, @Nullable Instant knownAt, Optional<CurrencyUnit> currency) {
        Map<CurrencyUnit, List<TrialBalance.Balance>> balances = new LinkedHashMap<>();
        jdbc.sql(SUMS)
                .param("asOf", asOf.toString())
                .param("knownAt", Known.at(knownAt))
                .param("currency", currency.map(CurrencyUnit::getCode).orElse(null))
                .query(row -> {
                    balances.computeIfAbsent(currencyOf(row), _ -> new ArrayList<>())
                            .add(balance(row));
                });
        List<TrialBalance.Book> books = new ArrayList<>();
        balances.forEach((unit, accounts) -> books.add(book(unit, accounts)));
        return TrialBalance.of(asOf, knownAt, books);
    }

    /** The account for rounding differences is always shown, to be seen empty (billing.md 5.3). */
    private static TrialBalance.Book book(
            CurrencyUnit currency, List<TrialBalance.Balance> accounts) {
        LedgerAccount rounding = LedgerAccount.ROUNDING_DIFFERENCE;
        if (accounts.stream().noneMatch(one -> one.code().equals(rounding.code()))) {
            Money zero = Money.zero(currency);
            accounts.add(TrialBalance.Balance.of(rounding, zero, zero));
        }
        return TrialBalance.Book.of(currency, List.copyOf(accounts));
    }

    private static TrialBalance.Balance balance(ResultSet row) throws SQLException {
        return TrialBalance.Balance.of(
                LedgerAccount.ofCode(row.getString("ledger_code")),
                money(row, "debit"),
                money(row, "credit"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        BigDecimal minor = row.getBigDecimal(column);
        return TrialBalance.ofMinor(currencyOf(row), minor);
    }

    private static CurrencyUnit currencyOf(ResultSet row) throws SQLException {
        return CurrencyUnit.of(row.getString("currency"));
    }
}
