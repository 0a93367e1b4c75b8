package dev.mastro.command.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.facts.RecordFact;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.PricedBy;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceStatus;
import dev.mastro.shared.invoice.PaymentAllocated;
import dev.mastro.shared.invoice.PaymentMissed;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Replay and recording; what is recorded is decided elsewhere. */
class InvoiceTest {

    private static final InvoiceId ID = new InvoiceId(new UUID(0, 3));
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final LocalDate APRIL_1 = LocalDate.parse("2025-04-01");
    private static final InvoiceIssued ISSUED =
            new InvoiceIssued(
                    ID,
                    ACCOUNT,
                    "INV-1",
                    List.of(),
                    Money.parse("USD 159.90"),
                    Money.parse("USD 35.18"),
                    APRIL_1,
                    new PricedBy("policy-1", "catalog-1"),
                    APRIL_1);

    private final FixtureConfiguration<Invoice> invoice = new AggregateTestFixture<>(Invoice.class);

    /** Records as the unit of work of a command does. */
    static final class Recording {

        private final Repository<Invoice> invoices;

        Recording(Repository<Invoice> invoices) {
            this.invoices = invoices;
        }

        @CommandHandler
        void handle(RecordFact command) throws Exception {
            InvoiceEvent fact = (InvoiceEvent) command.fact();
            if (fact instanceof InvoiceIssued) {
                var _ =
                        invoices.newInstance(() -> {
                            Invoice root = new Invoice();
                            root.record(fact);
                            return root;
                        });
            } else {
                invoices.load(command.subject()).execute(root -> root.record(fact));
            }
        }
    }

    @Test
    void its_first_fact_makes_it() {
        invoice.registerAnnotatedCommandHandler(new Recording(invoice.getRepository()))
                .givenNoPriorActivity()
                .when(new RecordFact(ID.toString(), ISSUED))
                .expectEvents(ISSUED);
    }

    @Test
    void further_facts_are_recorded_on_what_was_replayed() {
        PaymentAllocated rest = paid("145.08");

        invoice.registerAnnotatedCommandHandler(new Recording(invoice.getRepository()))
                .given(
                        ISSUED,
                        new PaymentMissed(ID, ACCOUNT, 1, "declined", null, APRIL_1),
                        paid("50.00"))
                .when(new RecordFact(ID.toString(), rest))
                .expectEvents(rest)
                .expectState(
                        root -> assertThat(root.state().status()).isEqualTo(InvoiceStatus.PAID));
    }

    private static PaymentAllocated paid(String amount) {
        return new PaymentAllocated(ID, ACCOUNT, "ref", Money.parse("USD " + amount), APRIL_1);
    }
}
