package dev.mastro.command.credit;

import dev.mastro.command.action.ActionSource;
import dev.mastro.command.action.AllowedAction;
import dev.mastro.command.credit.CreditCommands.ApplyCredit;
import dev.mastro.command.credit.CreditCommands.GrantGoodwill;
import dev.mastro.command.credit.CreditCommands.RefundCredit;
import dev.mastro.command.credit.CreditCommands.SwitchAutoApplyCredit;
import dev.mastro.command.ledger.Book;
import dev.mastro.command.ledger.Circumstances;
import dev.mastro.shared.DerivedIds;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.AccountState;
import dev.mastro.shared.account.GrantId;
import dev.mastro.shared.account.Receivable;
import dev.mastro.shared.account.RefundId;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** What may be done with credit. */
@Component
class CreditActions implements ActionSource {

    private static final String PROBE = "probe";

    @Override
    public Stream<AllowedAction> actions(Book book, Circumstances at) {
        AccountState account = book.account();
        AccountId id = account.id();
        Money refundable = account.wallet().refundable(account.currency());
        Money least = Money.ofMinor(account.currency(), 1);
        GrantId grant = new GrantId(DerivedIds.of(id.value(), PROBE));
        RefundId refund = new RefundId(DerivedIds.of(id.value(), PROBE));
        return Stream.concat(
                Stream.of(
                        action(
                                "GIVE_CREDIT",
                                "/credits",
                                new GrantGoodwill(id, grant, least, PROBE, false, null),
                                book,
                                at),
                        action(
                                "SWITCH_AUTO_APPLY_CREDIT",
                                "/auto-apply-credit",
                                new SwitchAutoApplyCredit(id, true),
                                book,
                                at),
                        action(
                                "REFUND_CREDIT",
                                "/refunds",
                                new RefundCredit(
                                        id, refund, refundable.isZero() ? least : refundable, null),
                                book,
                                at)),
                account.receivables().open().stream().map(open -> applying(open, book, at)));
    }

    private static AllowedAction applying(Receivable open, Book book, Circumstances at) {
        AccountId id = book.account().id();
        return AllowedAction.of(
                "APPLY_CREDIT",
                Map.of("invoice", open.number()),
                "POST",
                "/accounts/" + id + "/credit-applications",
                () ->
                        CreditDecisions.decide(
                                new ApplyCredit(id, open.invoiceId(), null), book, at));
    }

    private static AllowedAction action(
            String name, String path, CreditCommands command, Book book, Circumstances at) {
        return AllowedAction.of(
                name,
                Map.of(),
                command instanceof SwitchAutoApplyCredit ? "PUT" : "POST",
                "/accounts/" + command.accountId() + path,
                () -> CreditDecisions.decide(command, book, at));
    }
}
