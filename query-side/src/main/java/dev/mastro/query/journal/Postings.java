package dev.mastro.query.journal;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Collects the postings of one fact; an amount of zero is no posting. */
final class Postings {

    private final List<Posting> collected = new ArrayList<>();

    void debit(LedgerAccount ledgerAccount, Money amount, Object key) {
        add(Side.DEBIT, ledgerAccount, amount, key);
    }

    void credit(LedgerAccount ledgerAccount, Money amount, Object key) {
        add(Side.CREDIT, ledgerAccount, amount, key);
    }

    List<Posting> toList() {
        return List.copyOf(collected);
    }

    private void add(Side side, LedgerAccount ledgerAccount, Money amount, Object key) {
        if (!amount.isZero()) {
            collected.add(new Posting(side, ledgerAccount, amount, key.toString()));
        }
    }
}
