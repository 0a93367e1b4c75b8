package dev.mastro.query.journal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;

/** The postings of one fact: balanced in every currency, or not an entry at all. */
public record JournalEntry(List<Posting> postings) {

    public JournalEntry {
        postings = List.copyOf(postings);
        Map<CurrencyUnit, Long> difference =
                postings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        posting -> posting.amount().getCurrencyUnit(),
                                        Collectors.reducing(
                                                0L, Posting::signedMinor, Math::addExact)));
        difference.values().removeIf(sum -> sum == 0);
        if (!difference.isEmpty()) {
            throw new IllegalArgumentException(
                    "debits and credits differ by " + difference + " minor units: " + postings);
        }
    }
}
