package dev.mastro.shared.account;

import dev.mastro.shared.subscription.SubscriptionId;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The fold of an account's own facts: what it must remember to judge its next command, and what
 * anyone sees who asks for its state at a date. Replays; never refuses, because the fact has
 * already happened.
 */
public record AccountState(
        AccountId id,
        String number,
        AccountProfile profile,
        AccountStanding standing,
        Customer customer,
        Wallet wallet,
        Receivables receivables,
        DocumentCount documents,
        List<SubscriptionId> subscriptions,
        @Nullable OrderHeld heldOrder) {

    /** The state after the first fact of an account. */
    public static AccountState opened(AccountOpened event) {
        return new AccountState(
                event.accountId(),
                event.accountNumber(),
                event.profile(),
                AccountStanding.OPEN,
                Customer.unknown(),
                Wallet.empty(),
                Receivables.none(),
                new DocumentCount(0, 0),
                List.of(),
                null);
    }

    /** The currency of everything on the account. */
    public CurrencyUnit currency() {
        return profile.currency();
    }

    /** Where the customer is taxed: an address given later counts before that of the opening. */
    public String country() {
        var details = customer.details();
        return details == null || details.country() == null ? profile.country() : details.country();
    }

    /** The state after a further fact. */
    public AccountState after(AccountEvent event) {
        return switch (event) {
            case AccountOpened opened -> opened(opened);
            case BillingDetailsChanged e -> with(customer.withDetails(e.details()));
            case TermsAccepted e -> with(customer.withTerms(e));
            case PaymentMethodChanged e -> with(customer.withPaymentMethod(e));
            case TimeZoneChanged e -> with(profile.inZone(e.to()));
            case RoleGiven e -> with(customer.withRoles(customer.roles().with(e.user(), e.role())));
            case PasswordChanged _ -> this;
            case RoleTaken e -> with(customer.withRoles(customer.roles().without(e.user())));
            case AutoApplyCreditSwitched e -> with(wallet.withAutoApply(e.enabled()));
            case OrderPlaced e -> ordered(e);
            case OrderHeld e -> holding(e);
            case OrderLapsed _ -> holding(null);
            case InvoiceNumberAssigned e -> owing(e);
            case CreditNoteNumberAssigned e -> credited(e);
            case ReceivableCleared e -> with(receivables.less(e.invoiceId(), e.amount()));
            case PaymentReceived e -> with(settled(e.allocations()));
            case CreditGranted e -> with(wallet.plus(e.grant(), e.effectiveOn()));
            case CreditApplied e ->
                    with(spent(e.parts())).with(receivables.less(e.invoiceId(), e.amount()));
            case CreditExpired e -> with(wallet.less(e.part()));
            case CreditReturned e -> with(wallet.returned(e.grant(), e.effectiveOn()));
            case RefundIssued e -> with(spent(e.parts()).refunding(e));
            case RefundSettled e -> with(wallet.refunded(e.refundId()));
            case DebtWrittenOff e -> with(receivables.writtenOff(e));
            case DisputeOpened e -> with(spent(e.withdrawn())).with(receivables.disputed(e));
            case DisputeWon e -> with(settled(e.allocations()).undisputed(e.reference()));
            case DisputeLost e ->
                    with(
                            receivables
                                    .undisputed(e.reference())
                                    .dueOn(e.invoices(), e.effectiveOn()));
            case AccountDowngraded _ -> standing(AccountStanding.DOWNGRADED);
            case AccountClosed _ -> standing(AccountStanding.CLOSED);
        };
    }

    private AccountState ordered(OrderPlaced event) {
        List<SubscriptionId> known =
                Stream.concat(subscriptions.stream(), event.subscriptions().stream())
                        .distinct()
                        .toList();
        return new AccountState(
                id,
                number,
                profile,
                AccountStanding.OPEN,
                customer,
                wallet,
                receivables,
                documents,
                known,
                null);
    }

    private AccountState owing(InvoiceNumberAssigned event) {
        Receivable receivable =
                new Receivable(
                        event.invoiceId(),
                        event.number(),
                        event.total(),
                        event.dueOn(),
                        event.effectiveOn());
        return with(receivables.plus(receivable))
                .with(event.series() == null ? documents.plusInvoice() : documents);
    }

    private AccountState credited(CreditNoteNumberAssigned event) {
        return with(receivables.less(event.invoiceId(), event.cancelled()))
                .with(event.series() == null ? documents.plusCreditNote() : documents);
    }

    private Receivables settled(List<Allocation> allocations) {
        Receivables left = receivables;
        for (Allocation allocation : allocations) {
            left = left.less(allocation.invoiceId(), allocation.amount());
        }
        return left;
    }

    private Wallet spent(List<GrantPart> parts) {
        Wallet left = wallet;
        for (GrantPart part : parts) {
            left = left.less(part);
        }
        return left;
    }

    private AccountState with(AccountProfile changed) {
        return new AccountState(
                id,
                number,
                changed,
                standing,
                customer,
                wallet,
                receivables,
                documents,
                subscriptions,
                heldOrder);
    }

    private AccountState with(Customer changed) {
        return new AccountState(
                id,
                number,
                profile,
                standing,
                changed,
                wallet,
                receivables,
                documents,
                subscriptions,
                heldOrder);
    }

    private AccountState with(Wallet changed) {
        return new AccountState(
                id,
                number,
                profile,
                standing,
                customer,
                changed,
                receivables,
                documents,
                subscriptions,
                heldOrder);
    }

    private AccountState with(Receivables changed) {
        return new AccountState(
                id,
                number,
                profile,
                standing,
                customer,
                wallet,
                changed,
                documents,
                subscriptions,
                heldOrder);
    }

    private AccountState with(DocumentCount changed) {
        return new AccountState(
                id,
                number,
                profile,
                standing,
                customer,
                wallet,
                receivables,
                changed,
                subscriptions,
                heldOrder);
    }

    private AccountState standing(AccountStanding changed) {
        return new AccountState(
                id,
                number,
                profile,
                changed,
                customer,
                wallet,
                receivables,
                documents,
                subscriptions,
                heldOrder);
    }

    private AccountState holding(@Nullable OrderHeld order) {
        return new AccountState(
                id,
                number,
                profile,
                standing,
                customer,
                wallet,
                receivables,
                documents,
                subscriptions,
                order);
    }
}
