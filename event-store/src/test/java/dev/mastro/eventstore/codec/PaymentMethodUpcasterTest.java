package dev.mastro.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.PaymentWay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads events as they were stored long ago. The files are evidence and are never edited. */
class PaymentMethodUpcasterTest {

    @ParameterizedTest
    @CsvSource({"PaymentReceived.1.json, 1, BANK_TRANSFER", "PaymentReceived.2.json, 2, CARD"})
    void a_payment_of_any_revision_is_read(String file, String revision, PaymentWay method)
            throws IOException {
        PaymentReceived payment = read(file, revision);

        assertThat(payment.method()).isEqualTo(method);
        assertThat(payment.reference()).isEqualTo("TRX-2021-0042");
        assertThat(payment.amount()).hasToString("USD 120.00");
        assertThat(payment.surplus()).hasToString("USD 20.00");
        assertThat(payment.allocations()).hasSize(1);
        assertThat(payment.effectiveOn()).hasToString("2021-03-04");
    }

    @Test
    void every_payment_stays_in_its_place_in_the_stream() throws IOException {
        DomainEventMessage<?> read = upcast("PaymentReceived.1.json", "1");

        assertThat(read.getSequenceNumber()).isEqualTo(7);
    }

    private static PaymentReceived read(String file, String revision) throws IOException {
        return (PaymentReceived) upcast(file, revision).getPayload();
    }

    private static DomainEventMessage<?> upcast(String file, String revision) throws IOException {
        GenericDomainEventEntry<byte[]> stored =
                new GenericDomainEventEntry<>(
                        "Account",
                        "0d6d1cb4-5f3a-4f4e-9a1f-6f3f8a2f7b11",
                        7,
                        "5a0f6a2e-52b1-4a51-8f0f-0d1f6b3c9e77",
                        "2021-03-04T09:30:00Z",
                        "PaymentReceived",
                        revision,
                        bytes(file),
                        "{}".getBytes(StandardCharsets.UTF_8));
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(stored), EventSerializer.create(), StoredEvents.upcasters())
                .next();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream stored =
                PaymentMethodUpcasterTest.class.getResourceAsStream("/events/" + file)) {
            return Objects.requireNonNull(stored, file).readAllBytes();
        }
    }
}
