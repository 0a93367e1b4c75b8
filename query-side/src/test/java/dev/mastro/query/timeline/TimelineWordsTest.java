package dev.mastro.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.query.EveryFact;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.codec.EventTypes;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.subscription.SubscriptionId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineWordsTest {

    private static final Names NAMES =
            new Names() {
                @Override
                public String of(InvoiceId invoice) {
                    return "INV-0001";
                }

                @Override
                public String of(SubscriptionId subscription) {
                    return "pro";
                }
            };

    private final TimelineWords words = new TimelineWords(NAMES);

    static Stream<LedgerEvent> facts() {
        return EveryFact.all().stream();
    }

    @Test
    void an_example_of_every_event_is_told() {
        assertThat(facts().map(LedgerEvent::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(List.copyOf(EventTypes.all()));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_event_has_a_sentence_without_ids_or_class_names(LedgerEvent fact) {
        String text = words.sentenceFor(fact).text();

        assertThat(text).isNotBlank().matches("[\\p{Upper}\\d].*|pro.*");
        assertThat(text).doesNotContain("0000-", "null", "[", "{", fact.getClass().getSimpleName());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void no_sentence_repeats_personal_data_or_payment_tokens(LedgerEvent fact) {
        assertThat(words.sentenceFor(fact).text()).doesNotContain("Ada", "ada@", "tok_ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AccountOpened | Account A-1001 opened with zoom, in EUR, Europe/Rome, pays on \
                    invoice within 30 days
                    SubscriptionStarted | Subscription started: 10 licences of pro, monthly, at \
                    15.99 EUR each
                    InvoiceIssued | Invoice INV-0001 over 195.08 EUR, due 2025-02-28
                    OrderPlaced | Order placed for 1 subscription, billed by invoice
                    PaymentReceived | Payment 200.00 EUR received by bank transfer (reference \
                    WIRE-7), settles INV-0001, 4.92 EUR too much
                    LicencesAdjusted | pro: 10 to 12 licences (+2)
                    ProductChanged | Product changed from pro to business, 12 licences
                    CycleSwitched | pro switched from monthly to annual, 12 licences
                    SubscriptionRenewed | pro renewed: 12 licences from 2025-02-28 to 2025-03-31 \
                    for 191.88 EUR
                    ChangeScheduled | From 2025-03-31 on: 8 licences of pro, monthly, at 15.99 \
                    EUR each
                    CancellationRequested | pro cancelled, in use until 2025-03-31 (too dear)
                    CreditNoteIssued | Credit note CN-0001 over 171.70 EUR on INV-0001, only days \
                    with access are owed: 171.70 EUR no longer owed, 0.00 EUR becomes credit
                    AccountDowngraded | Account downgraded for non-payment, ended: pro
                    """)
    void a_sentence_says_what_happened_with_numbers(String type, String sentence) {
        LedgerEvent fact =
                facts().filter(one -> one.getClass().getSimpleName().equals(type))
                        .findFirst()
                        .orElseThrow();

        assertThat(words.sentenceFor(fact).text()).isEqualTo(sentence);
    }

    @Test
    void amounts_stand_beside_the_words_by_name() {
        assertThat(words.sentenceFor(EveryFact.issued()).amounts())
                .containsExactly(
                        Map.entry("net", EveryFact.eur("159.90")),
                        Map.entry("tax", EveryFact.eur("35.18")),
                        Map.entry("total", EveryFact.eur("195.08")));
    }

    @Test
    void the_words_do_not_depend_on_the_language_of_the_machine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(words.sentenceFor(EveryFact.received()).text()).contains("200.00 EUR");
            assertThat(facts().map(words::sentenceFor).map(Sentence::text))
                    .contains("pro: 10 to 12 licences (+2)");
        } finally {
            Locale.setDefault(before);
        }
    }
}
