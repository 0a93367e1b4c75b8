package dev.mastro.query.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.EveryFact;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.CreditNoteLine;
import dev.mastro.shared.invoice.CreditNoteReason;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.money.TaxRate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class PostingRulesProperties {

    @Provide
    Arbitrary<BooksFixture.Line> charges() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.integers().between(0, 300_000))
                .as((minor, rate) -> {
                    Money net = Money.ofMinor(CurrencyUnit.EUR, minor);
                    return new BooksFixture.Line(LineKind.CHARGE, net, new TaxRate(rate).on(net));
                });
    }

    @Provide
    Arbitrary<List<BooksFixture.Line>> documents() {
        Arbitrary<List<BooksFixture.Line>> charged = charges().list().ofMinSize(1).ofMaxSize(12);
        return charged.map(PostingRulesProperties::withSomeCredits);
    }

    @Property
    void any_invoice_is_balanced_and_owes_its_total(
            @ForAll("documents") List<BooksFixture.Line> lines) {
        JournalEntry entry =
                new JournalEntry(PostingRules.postingsFor(BooksFixture.invoice(lines)));

        long receivable =
                entry.postings().stream()
                        .filter(one -> one.ledgerAccount() == LedgerAccount.ACCOUNTS_RECEIVABLE)
                        .mapToLong(Posting::signedMinor)
                        .sum();
        long total =
                lines.stream()
                        .mapToLong(line -> line.net().plus(line.tax()).getAmountMinorLong())
                        .sum();
        assertThat(receivable).isEqualTo(total);
    }

    @Property
    void any_credit_note_is_balanced_however_much_was_paid(
            @ForAll("charges") BooksFixture.Line line,
            @ForAll @LongRange(max = 100) long paidPercent) {
        long gross = line.net().plus(line.tax()).getAmountMinorLong();
        long granted = gross * paidPercent / 100;

        JournalEntry entry =
                new JournalEntry(
                        PostingRules.postingsFor(creditNote(line, gross - granted, granted)));

        assertThat(entry.postings().stream().mapToLong(Posting::signedMinor).sum()).isZero();
    }

    /** Each charge but the first gives back half of the one before it, so that the total stays. */
    private static List<BooksFixture.Line> withSomeCredits(List<BooksFixture.Line> charges) {
        List<BooksFixture.Line> lines = new ArrayList<>(charges);
        for (BooksFixture.Line charge : charges.subList(1, charges.size())) {
            lines.add(
                    new BooksFixture.Line(LineKind.CREDIT, half(charge.net()), half(charge.tax())));
        }
        return lines;
    }

    private static Money half(Money amount) {
        return Money.ofMinor(CurrencyUnit.EUR, -amount.getAmountMinorLong() / 2);
    }

    private static CreditNoteIssued creditNote(
            BooksFixture.Line line, long cancelled, long granted) {
        return new CreditNoteIssued(
                EveryFact.INVOICE,
                EveryFact.ACCOUNT,
                EveryFact.CREDIT_NOTE,
                "CN-0001",
                List.of(
                        new CreditNoteLine(
                                1,
                                EveryFact.SUBSCRIPTION,
                                EveryFact.FEB_14,
                                line.net(),
                                line.tax())),
                Money.ofMinor(CurrencyUnit.EUR, cancelled),
                EveryFact.paidBack(Money.ofMinor(CurrencyUnit.EUR, granted)),
                CreditNoteReason.EARLY_END,
                EveryFact.FEB_14);
    }
}
