package dev.mastro.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.command.examples.BookFixture;
import dev.mastro.command.examples.Earned;
import dev.mastro.shared.LedgerEvent;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.calendar.BillingPeriod;
import dev.mastro.shared.invoice.CreditNoteIssued;
import dev.mastro.shared.invoice.InvoiceEvent;
import dev.mastro.shared.invoice.InvoiceId;
import dev.mastro.shared.invoice.InvoiceIssued;
import dev.mastro.shared.invoice.InvoiceLine;
import dev.mastro.shared.invoice.InvoiceState;
import dev.mastro.shared.invoice.LineKind;
import dev.mastro.shared.invoice.LineReference;
import dev.mastro.shared.subscription.ActiveLine;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.CycleSwitched;
import dev.mastro.shared.subscription.LicencesAdjusted;
import dev.mastro.shared.subscription.LineReduced;
import dev.mastro.shared.subscription.ProductChanged;
import dev.mastro.shared.subscription.SubscriptionEnded;
import dev.mastro.shared.subscription.SubscriptionEvent;
import dev.mastro.shared.subscription.SubscriptionId;
import dev.mastro.shared.subscription.SubscriptionRenewed;
import dev.mastro.shared.subscription.SubscriptionStarted;
import dev.mastro.shared.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What billing.md 5.3 promises of any account at any moment. */
final class Invariants {

    private final BookFixture account;

    Invariants(BookFixture account) {
        this.account = account;
    }

    void hold() {
        receivablesAreWhatInvoicesOwe();
        noLineIsCreditedBeyondItself();
        itemsAreEarnedOrCredited();
        periodsTile();
        creditIsNeverNegative();
        debtIsCancelledBeforeCreditIsGranted();
        noMoneyComesFromNowhere();
        disputesTakeWhatIsLeft();
    }

    /** 5, and billing.md RF-3: a gift never becomes money. */
    private void noMoneyComesFromNowhere() {
        CurrencyUnit currency = account.book().account().currency();
        Money in = Money.zero(currency);
        Money out = account.book().account().wallet().refundable(currency);
        for (LedgerEvent event : account.history()) {
            switch (event) {
                case PaymentReceived e -> in = in.plus(e.amount());
                case RefundIssued e -> out = out.plus(e.amount());
                case CreditGranted e
                        when e.grant().source() == CreditSource.GOODWILL
                                && e.grant().refundable() ->
                        in = in.plus(e.grant().amount());
                default -> {
                    // Moves no money in or out.
                }
            }
        }
        assertThat(out.isGreaterThan(in)).as("%s out of %s", out, in).isFalse();
    }

    private void disputesTakeWhatIsLeft() {
        Map<String, ReceivedPayment> payments = Map.of();
        for (LedgerEvent event : account.history()) {
            if (event instanceof DisputeOpened dispute) {
                assertThat(dispute.amount())
                        .isEqualTo(
                                Objects.requireNonNull(payments.get(dispute.reference())).left());
            }
            if (event instanceof AccountEvent fact) {
                payments = Book.after(payments, fact);
            }
        }
    }

    /** billing.md C10. */
    private void debtIsCancelledBeforeCreditIsGranted() {
        Map<InvoiceId, InvoiceState> invoices = new HashMap<>();
        for (LedgerEvent event : account.history()) {
            if (event instanceof InvoiceIssued issued) {
                invoices.put(issued.invoiceId(), InvoiceState.issued(issued));
            } else if (event instanceof InvoiceEvent fact) {
                InvoiceState after =
                        Objects.requireNonNull(invoices.get(fact.invoiceId())).after(fact);
                invoices.put(fact.invoiceId(), after);
                boolean grants = fact instanceof CreditNoteIssued e && e.granted().isPositive();
                assertThat(grants && after.outstanding().isPositive()).as("%s", fact).isFalse();
            }
        }
    }

    /** 2. */
    private void receivablesAreWhatInvoicesOwe() {
        AccountState state = account.book().account();
        Money all = Money.zero(state.currency());
        for (InvoiceState invoice : account.book().invoices().values()) {
            assertThat(invoice.outstanding().isNegative()).as("%s", invoice).isFalse();
            assertThat(state.receivables().outstandingOf(invoice.id(), state.currency()))
                    .isEqualTo(invoice.outstanding());
            all = all.plus(invoice.outstanding());
        }
        assertThat(state.receivables().total(state.currency())).isEqualTo(all);
        assertThat(state.receivables().open())
                .isSortedAccordingTo(
                        java.util.Comparator.comparing(Receivable::dueOn)
                                .thenComparing(Receivable::number));
    }

    /** 5. */
    private void noLineIsCreditedBeyondItself() {
        Earned.byLine(account)
                .forEach((line, left) -> assertThat(left.isNegative()).as("%s", line).isFalse());
    }

    /** 4: what is left of a line after credits is what it earned, or still defers. */
    private void itemsAreEarnedOrCredited() {
        Map<LineReference, Money> expected = new HashMap<>();
        for (LedgerEvent event : account.history()) {
            if (event instanceof InvoiceIssued invoice) {
                invoice.lines().stream()
                        .filter(line -> line.kind() == LineKind.CHARGE)
                        .forEach(line -> expected.put(reference(invoice, line), net(line)));
            } else if (event instanceof LineReduced reduced) {
                expected.merge(
                        new LineReference(reduced.invoiceId(), reduced.lineNumber()),
                        reduced.net().negated(),
                        Money::plus);
            } else if (event instanceof SubscriptionEvent change) {
                ClosedLine closed = closed(change);
                if (closed != null && !voided(closed)) {
                    expected.merge(
                            new LineReference(closed.invoiceId(), closed.lineNumber()),
                            closed.remainingNet().negated(),
                            Money::plus);
                }
            }
        }
        assertThat(Earned.byLine(account)).isEqualTo(expected);
    }

    private boolean voided(ClosedLine closed) {
        return account.book().invoice(closed.invoiceId()).voided() != null;
    }

    /** 6 and 7. */
    private void periodsTile() {
        Map<SubscriptionId, ActiveLine> last = new LinkedHashMap<>();
        for (LedgerEvent event : account.history()) {
            if (event instanceof SubscriptionEvent change) {
                ActiveLine opened = opened(change);
                if (change instanceof LineReduced reduced) {
                    last.computeIfPresent(
                            change.subscriptionId(), (_, line) -> reduced(line, reduced));
                }
                if (opened != null) {
                    ActiveLine before = last.put(change.subscriptionId(), opened);
                    assertThat(opened.period().start()).isEqualTo(change.effectiveOn());
                    tiles(before, closed(change), opened.period());
                }
            }
        }
        for (SubscriptionState one : account.book().subscriptions().values()) {
            assertThat(one.line()).isEqualTo(last.get(one.id()));
        }
    }

    private static ActiveLine reduced(ActiveLine line, LineReduced reduced) {
        boolean same =
                line.invoiceId().equals(reduced.invoiceId())
                        && line.lineNumber() == reduced.lineNumber();
        return same
                ? new ActiveLine(
                        line.invoiceId(),
                        line.lineNumber(),
                        line.period(),
                        line.net().minus(reduced.net()),
                        line.tax().minus(reduced.tax()),
                        line.taxRate(),
                        line.share())
                : line;
    }

    private static void tiles(
            @Nullable ActiveLine before, @Nullable ClosedLine closed, BillingPeriod next) {
        if (before != null) {
            LocalDate usedTo = closed == null ? before.period().end() : closed.closedOn();
            assertThat(next.start()).isEqualTo(usedTo);
            assertThat(usedTo).isBeforeOrEqualTo(before.period().end());
        }
    }

    private void creditIsNeverNegative() {
        AccountState state = account.book().account();
        state.wallet().grants().forEach(grant -> assertThat(grant.amount().isPositive()).isTrue());
    }

    private static @Nullable ActiveLine opened(SubscriptionEvent event) {
        return switch (event) {
            case SubscriptionStarted e -> e.opened();
            case SubscriptionRenewed e -> e.opened();
            case LicencesAdjusted e -> e.opened();
            case ProductChanged e -> e.opened();
            case CycleSwitched e -> e.opened();
            default -> null;
        };
    }

    private static @Nullable ClosedLine closed(SubscriptionEvent event) {
        return switch (event) {
            case LicencesAdjusted e -> e.closed();
            case ProductChanged e -> e.closed();
            case CycleSwitched e -> e.closed();
            case SubscriptionEnded e -> e.closed();
            default -> null;
        };
    }

    private static LineReference reference(InvoiceIssued invoice, InvoiceLine line) {
        return new LineReference(invoice.invoiceId(), line.number());
    }

    private static Money net(InvoiceLine line) {
        return line.amount().net();
    }
}
