package dev.mastro.query.journal;

import dev.mastro.shared.LedgerEvent;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** The postings of facts, added up in memory: the books without a database. */
public final class RecomputedBooks {

    private final Map<CurrencyUnit, BigInteger[]> turnovers =
            new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));

    /** Debits and credits of one currency, in minor units. */
    public record Turnover(CurrencyUnit currency, BigInteger debit, BigInteger credit) {

        /** Whether the trial balance of it is zero. */
        public boolean balanced() {
            return debit.equals(credit);
        }
    }

    /**
     * Adds the postings of a fact.
     *
     * @throws IllegalArgumentException when they do not balance
     */
    public void add(LedgerEvent event) {
        for (Posting posting : new JournalEntry(PostingRules.postingsFor(event)).postings()) {
            BigInteger[] sums =
                    turnovers.computeIfAbsent(
                            posting.amount().getCurrencyUnit(),
                            _ -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
            int side = posting.side() == Side.DEBIT ? 0 : 1;
            sums[side] = sums[side].add(BigInteger.valueOf(posting.amount().getAmountMinorLong()));
        }
    }

    /** The turnovers of all currencies, in the order of their codes. */
    public List<Turnover> turnovers() {
        List<Turnover> all = new ArrayList<>();
        turnovers.forEach((currency, sums) -> all.add(new Turnover(currency, sums[0], sums[1])));
        return all;
    }
}
