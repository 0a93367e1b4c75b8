package dev.mastro.command.payment;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.command.lookup.Lookup;
import dev.mastro.command.lookup.Lookup.Entry;
import dev.mastro.command.lookup.Lookup.Kind;
import dev.mastro.command.work.LedgerWork;
import dev.mastro.command.work.Outcome;
import dev.mastro.shared.account.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/** Money from outside, taken in once per reference. */
@Component
class PaymentHandlers {

    private final LedgerWork work;
    private final IncomingMoney money;
    private final Lookup lookup;

    PaymentHandlers(LedgerWork work, IncomingMoney money, Lookup lookup) {
        this.work = work;
        this.money = money;
        this.lookup = lookup;
    }

    /** What a gateway gets that tells of the same payment twice (billing.md RP-1). */
    record KnownPayment(
            boolean duplicate, String reference, AccountId accountId, List<Object> events) {}

    @CommandHandler
    Outcome handle(ReceivePayment command, MetaData metaData) {
        Optional<Entry> known = lookup.find(Kind.PAYMENT, command.reference());
        return known.isPresent()
                ? repeated(command, known.get())
                : work.decide(command, metaData, (book, now) -> money.receive(command, book, now));
    }

    @CommandHandler
    Outcome handle(PayExpress command, MetaData metaData) {
        return work.propose(
                command, metaData, (book, now) -> ExpressDecisions.pay(command, book, now));
    }

    private static Outcome repeated(ReceivePayment command, Entry known) {
        boolean same =
                known.account().equals(command.accountId())
                        && known.value().equals(command.amount().toString());
        if (!same) {
            return new Outcome.Refused(
                    Rejection.DUPLICATE_REFERENCE
                            .because(
                                    "Another payment has this reference.",
                                    Map.of("reference", command.reference()),
                                    "Give each payment a reference of its own.")
                            .refusal());
        }
        return new Outcome.Shown(
                new KnownPayment(true, command.reference(), command.accountId(), List.of()));
    }
}
