package dev.mastro.command.credit;

import dev.mastro.command.catalog.ActorRight;
import dev.mastro.command.credit.CreditCommands.ApplyCredit;
import dev.mastro.command.credit.CreditCommands.ExpireCredit;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditCommands.RefundCredit;
import dev.mastro.command.credit.CreditCommands.SettleRefund;
import dev.mastro.command.credit.CreditCommands.SwitchAutoApplyCredit;
import dev.mastro.command.document.CreditSpending;
import dev.mastro.command.ledger.AccountRules;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.command.ledger.Draft;
import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.payment.PaymentDecisions;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.AutoApplyCreditSwitched;
import dev.mastro.shared.account.CreditExpired;
import dev.mastro.shared.account.CreditGrant;
import dev.mastro.shared.account.CreditGranted;
import dev.mastro.shared.account.CreditSource;
import dev.mastro.shared.account.GrantPart;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.RefundIssued;
import dev.mastro.shared.account.RefundSettled;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;

/** Credit given, spent by hand, paid out and expired. */
public final class CreditDecisions {

    private CreditDecisions() {}

    /** Judges a command on credit. */
    public static Draft decide(CreditCommands command, Book book, Circumstances circumstances) {
        Draft draft = new Draft(book);
        switch (command) {
            case GrantGoodwill c -> grant(draft, c, circumstances);
            case ApplyCredit c -> apply(draft, c, circumstances);
            case SwitchAutoApplyCredit c -> switchAutoApply(draft, c, circumstances);
            case RefundCredit c -> refund(draft, c, circumstances);
            case SettleRefund c -> settle(draft, c, circumstances);
            case ExpireCredit c -> expire(draft, c, circumstances);
        }
        return draft;
    }

    private static void grant(Draft draft, GrantGoodwill command, Circumstances circumstances) {
        AccountRules.requireActorMay(ActorRight.GIVE_CREDIT, circumstances);
        PaymentDecisions.requireAmount(command.amount(), draft.book().account());
        LocalDate expiresOn = command.expiresOn();
        if (expiresOn != null && expiresOn.isBefore(circumstances.today())) {
            throw Rejection.EFFECTIVE_DATE_IMPOSSIBLE.because(
                    "The credit would have expired before it is given.",
                    Map.of("expiresOn", expiresOn));
        }
        CreditGrant grant =
                new CreditGrant(
                        command.grantId(),
                        command.amount(),
                        CreditSource.GOODWILL,
                        command.refundable(),
                        expiresOn);
        draft.add(
                new CreditGranted(
                        command.accountId(), grant, command.reason(), circumstances.today()));
        CreditSpending.onOpenInvoices(draft, circumstances);
    }

    private static void apply(Draft draft, ApplyCredit command, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        AccountState account = draft.book().account();
        Receivable open =
                account.receivables()
                        .find(command.invoice())
                        .orElseThrow(() ->
                                Rejection.NOTHING_OUTSTANDING.because(
                                        "Nothing is owed on this invoice."));
        Money spendable = account.wallet().spendable(account.currency(), circumstances.today());
        Money most = spendable.isGreaterThan(open.outstanding()) ? open.outstanding() : spendable;
        Money wanted = command.amount() == null ? most : command.amount();
        PaymentDecisions.requireAmount(
                wanted.isZero() && command.amount() == null ? open.outstanding() : wanted, account);
        if (wanted.isGreaterThan(most) || wanted.isZero()) {
            throw Rejection.EXCEEDS_CREDIT.because(
                    "There is less credit, or less debt, than that.", Map.of("max", most));
        }
        CreditSpending.spend(draft, command.invoice(), wanted, circumstances);
    }

    private static void switchAutoApply(
            Draft draft, SwitchAutoApplyCredit command, Circumstances circumstances) {
        AccountRules.requireActorMayBill(circumstances);
        if (!circumstances.policy().credit().autoApplySwitchable()) {
            throw Rejection.NOT_SWITCHABLE.because("This seller always applies credit by itself.");
        }
        Boolean now = draft.book().account().wallet().autoApply();
        if (now == null || now != command.enabled()) {
            draft.add(
                    new AutoApplyCreditSwitched(
                            command.accountId(), command.enabled(), circumstances.today()));
        }
    }

    private static void refund(Draft draft, RefundCredit command, Circumstances circumstances) {
        AccountState account = draft.book().account();
        if (!circumstances.policy().credit().cashOut().contains(circumstances.actor().role())) {
            throw Rejection.REFUND_VIA_SUPPORT.because(
                    "Credit is paid out through support.", Map.of(), "Contact support.");
        }
        PaymentDecisions.requireAmount(command.amount(), account);
        AccountRules.requireNoDispute(account);
        Money max = account.wallet().refundable(account.currency());
        if (command.amount().isGreaterThan(max)) {
            throw Rejection.EXCEEDS_CREDIT.because(
                    "There is less refundable credit than that.", Map.of("max", max));
        }
        draft.add(
                new RefundIssued(
                        command.accountId(),
                        command.refundId(),
                        command.amount(),
                        account.wallet().cashOut(command.amount()),
                        command.reason(),
                        null,
                        circumstances.today()));
    }

    /** A refund that was settled already is settled once. */
    private static void settle(Draft draft, SettleRefund command, Circumstances circumstances) {
        draft.book().account().wallet().refunds().stream()
                .filter(refund -> refund.refundId().equals(command.refundId()))
                .findFirst()
                .ifPresent(refund ->
                        draft.add(
                                new RefundSettled(
                                        command.accountId(),
                                        command.refundId(),
                                        refund.amount(),
                                        circumstances.today())));
    }

    /** A grant that was spent meanwhile has nothing left to expire. */
    private static void expire(Draft draft, ExpireCredit command, Circumstances circumstances) {
        draft.book().account().wallet().grants().stream()
                .filter(grant -> grant.grantId().equals(command.grantId()))
                .filter(grant ->
                        grant.expiresOn() != null
                                && grant.expiresOn().isBefore(circumstances.today()))
                .findFirst()
                .ifPresent(grant ->
                        draft.add(
                                new CreditExpired(
                                        command.accountId(),
                                        new GrantPart(
                                                grant.grantId(),
                                                grant.amount(),
                                                grant.refundable()),
                                        circumstances.today())));
    }
}
