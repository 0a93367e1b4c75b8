package dev.mastro.query.timeline;

import static dev.mastro.query.timeline.Phrases.counted;
import static dev.mastro.query.timeline.Phrases.money;
import static dev.mastro.query.timeline.Phrases.remark;

import dev.mastro.shared.account.AccountClosed;
import dev.mastro.shared.account.AccountDowngraded;
import dev.mastro.shared.account.AccountEvent;
import dev.mastro.shared.account.AccountOpened;
import dev.mastro.shared.account.AccountProfile;
import dev.mastro.shared.account.AccountRole;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import dev.mastro.shared.account.BillingDetailsChanged;
import dev.mastro.shared.account.CreditApplied;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditNoteNumberAssigned;
import dev.mastro.shared.account.CreditReturned;
import dev.mastro.shared.account.DebtWrittenOff;
import dev.mastro.shared.account.DisputeLost;
import dev.mastro.shared.account.DisputeOpened;
import dev.mastro.shared.account.DisputeWon;
import dev.mastro.shared.account.InvoiceNumberAssigned;
import dev.mastro.shared.account.OrderHeld;
import dev.mastro.shared.account.OrderLapsed;
import dev.mastro.shared.account.OrderPlaced;
import dev.mastro.shared.account.PasswordChanged;
import dev.mastro.shared.account.PaymentMethodChanged;
import dev.mastro.shared.account.PaymentReceived;
import dev.mastro.shared.account.ReceivableCleared;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import dev.mastro.shared.account.RoleGiven;
import dev.mastro.shared.account.RoleTaken;
import dev.mastro.shared.account.TermsAccepted;
import dev.mastro.shared.account.TimeZoneChanged;
import java.util.stream.Collectors;

/** The sentences of accounts. Names, addresses and payment tokens are never repeated in words. */
final class AccountWords {

    private final Names names;
    private final MoneyWords moneyWords;
    private final DebtWords debtWords;

    AccountWords(Names names) {
        this.names = names;
        this.moneyWords = new MoneyWords(names);
        this.debtWords = new DebtWords(names);
    }

    Sentence sentenceFor(AccountEvent event) {
        return switch (event) {
            case AccountOpened e -> opened(e);
            case BillingDetailsChanged _ -> Sentence.of("Billing details changed");
            case TermsAccepted e -> Sentence.of("Terms of service " + e.version() + " accepted");
            case PaymentMethodChanged _ -> Sentence.of("Payment method changed");
            case TimeZoneChanged e ->
                    Sentence.of(
                            "Time zone changed from %s to %s, acts from the next period"
                                    .formatted(e.from(), e.to()));
            case RoleGiven e ->
                    Sentence.of("Role of %s given to %s".formatted(role(e.role()), e.user()));
            case PasswordChanged e -> Sentence.of("Password changed by or for " + e.user());
            case RoleTaken e -> Sentence.of("Role taken from " + e.user());
            case AutoApplyCreditSwitched e -> Sentence.of(autoApply(e));
            case OrderPlaced e -> ordered(e);
            case OrderHeld e -> held(e);
            case OrderLapsed _ -> Sentence.of("Waiting order lapsed, nothing of it took effect");
            case InvoiceNumberAssigned e -> moneyWords.owed(e);
            case CreditNoteNumberAssigned e -> moneyWords.owedLess(e);
            case ReceivableCleared e -> moneyWords.cleared(e);
            case PaymentReceived e -> moneyWords.received(e);
            case CreditGranted e -> moneyWords.granted(e);
            case CreditApplied e -> moneyWords.applied(e);
            case CreditExpired e -> moneyWords.expired(e);
            case CreditReturned e -> moneyWords.returned(e);
            case RefundIssued e -> moneyWords.refunded(e);
            case RefundSettled e -> moneyWords.settled(e);
            case DebtWrittenOff e -> debtWords.writtenOff(e);
            case DisputeOpened e -> debtWords.disputed(e);
            case DisputeWon e -> debtWords.won(e);
            case DisputeLost e -> debtWords.lost(e);
            case AccountDowngraded e -> downgraded(e);
            case AccountClosed e -> Sentence.of("Account closed" + remark(e.reason()));
        };
    }

    private static Sentence opened(AccountOpened event) {
        AccountProfile profile = event.profile();
        String terms =
                switch (profile.paymentTerms()) {
                    case CARD -> "pays by card";
                    case ON_INVOICE ->
                            "pays on invoice within %s days".formatted(profile.netDays());
                };
        return Sentence.of(
                "Account %s opened with %s, in %s, %s, %s"
                        .formatted(
                                event.accountNumber(),
                                profile.seller(),
                                profile.currency().getCode(),
                                profile.timeZone(),
                                terms));
    }

    private static String role(AccountRole role) {
        return switch (role) {
            case OWNER -> "owner";
            case ADMIN -> "admin";
            case BILLING -> "billing contact";
            case MEMBER -> "member";
        };
    }

    private static String autoApply(AutoApplyCreditSwitched event) {
        return event.enabled()
                ? "Credit is spent on invoices by itself from now on"
                : "Credit is no longer spent on invoices by itself";
    }

    private static Sentence ordered(OrderPlaced event) {
        String billed = event.invoiceId() == null ? "nothing billed" : "billed by invoice";
        String subscriptions = counted(event.subscriptions().size(), "subscription");
        return Sentence.of("Order placed for %s, %s".formatted(subscriptions, billed));
    }

    private static Sentence held(OrderHeld event) {
        String text =
                "Order waits for %s to be paid until %s"
                        .formatted(money(event.due()), event.expiresOn());
        return Sentence.of(text).with("due", event.due());
    }

    private Sentence downgraded(AccountDowngraded event) {
        String products =
                event.subscriptions().stream().map(names::of).collect(Collectors.joining(", "));
        String why =
                switch (event.reason()) {
                    case NON_PAYMENT -> "for non-payment";
                };
        String ended = products.isEmpty() ? "" : ", ended: " + products;
        return Sentence.of("Account downgraded " + why + ended);
    }
}
