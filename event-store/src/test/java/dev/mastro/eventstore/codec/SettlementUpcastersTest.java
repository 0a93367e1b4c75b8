package dev.mastro.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.invoice.CreditAllocated;
import dev.mastro.shared.invoice.CreditNoteIssued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.Test;

/** Reads events as they were stored long ago. The files are evidence and are never edited. */
class SettlementUpcastersTest {

    @Test
    void what_a_credit_note_granted_was_one_refundable_grant() throws IOException {
        CreditNoteIssued note = (CreditNoteIssued) read("CreditNoteIssued", "CreditNoteIssued.1");

        assertThat(note.granted()).hasToString("EUR 71.70");
        assertThat(note.grants())
                .singleElement()
                .satisfies(grant -> {
                    assertThat(grant.source()).isEqualTo(CreditSource.CREDIT_NOTE);
                    assertThat(grant.refundable()).isTrue();
                    assertThat(grant.expiresOn()).isNull();
                    assertThat(grant.grantId()).hasToString("55555555-5555-4555-8555-555555555555");
                });
    }

    @Test
    void a_credit_note_that_granted_nothing_grants_nothing() throws IOException {
        var note = (CreditNoteIssued) read("CreditNoteIssued", "CreditNoteIssued.1-no-grant");

        assertThat(note.grants()).isEmpty();
        assertThat(note.total()).hasToString("EUR 100.00");
    }

    @Test
    void nobody_knew_which_grants_had_settled_an_invoice() throws IOException {
        CreditAllocated credit = (CreditAllocated) read("CreditAllocated", "CreditAllocated.1");

        assertThat(credit.amount()).hasToString("EUR 45.00");
        assertThat(credit.parts()).isEmpty();
    }

    @Test
    void a_refund_named_no_payment() throws IOException {
        RefundIssued refund = (RefundIssued) read("RefundIssued", "RefundIssued.1");

        assertThat(refund.reference()).isNull();
        assertThat(refund.amount()).hasToString("EUR 45.00");
    }

    private static LedgerEvent read(String event, String file) throws IOException {
        GenericDomainEventEntry<byte[]> stored =
                new GenericDomainEventEntry<>(
                        "Account",
                        "11111111-1111-4111-8111-111111111111",
                        7,
                        "5a0f6a2e-52b1-4a51-8f0f-0d1f6b3c9e77",
                        "2025-06-10T09:30:00Z",
                        event,
                        "1",
                        bytes(file),
                        "{}".getBytes(StandardCharsets.UTF_8));
        return (LedgerEvent)
                EventStreamUtils.upcastAndDeserializeDomainEvents(
                                Stream.of(stored),
                                EventSerializer.create(),
                                StoredEvents.upcasters())
                        .next()
                        .getPayload();
    }

    private static byte[] bytes(String file) throws IOException {
        try (var stored =
                SettlementUpcastersTest.class.getResourceAsStream("/events/" + file + ".json")) {
            return Objects.requireNonNull(stored, file).readAllBytes();
        }
    }
}
