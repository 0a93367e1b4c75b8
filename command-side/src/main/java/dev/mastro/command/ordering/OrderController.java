package dev.mastro.command.ordering;

import dev.mastro.command.http.Call;
import dev.mastro.command.http.CommandSender;
import dev.mastro.command.http.PathIds;
import dev.mastro.command.http.RequestMistake;
import dev.mastro.command.http.Text;
import dev.mastro.command.payment.PaidCommands;
import dev.mastro.command.payment.Payment;
import dev.mastro.shared.account.AccountId;
import dev.mastro.shared.account.OrderChange;
import dev.mastro.shared.account.OrderId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Quotes and orders: one list of changes, shown or placed (api.md 3). */
@RestController
@RequestMapping("/api/v1/accounts/{id}")
class OrderController {

    private final CommandSender commands;
    private final PaidCommands paidCommands;
    private final PathIds ids;

    OrderController(CommandSender commands, PaidCommands paidCommands, PathIds ids) {
        this.commands = commands;
        this.paidCommands = paidCommands;
        this.ids = ids;
    }

    /** What the customer would change. */
    record QuoteRequest(
            List<ChangeRequest> changes,
            @Nullable String acceptTerms,
            @Nullable LocalDate effectiveOn) {}

    /** What the customer changes: the changes themselves, or the quote he was shown. */
    record OrderRequest(
            @Nullable List<ChangeRequest> changes,
            @Text(max = 100_000) @Nullable String quote,
            @Nullable String acceptTerms,
            @Nullable LocalDate effectiveOn) {

        @Nullable QuoteToken token(AccountId account) {
            return quote == null ? null : QuoteToken.parse(quote, account);
        }

        List<OrderChange> wanted(@Nullable QuoteToken token) {
            if ((changes == null) == (token == null)) {
                throw RequestMistake.in("changes", "Give either changes or a quote.");
            }
            return changes == null ? token.changes() : ChangeRequest.all(changes);
        }
    }

    @PostMapping("/quotes")
    ResponseEntity<byte[]> preview(
            @PathVariable String id, @RequestBody QuoteRequest request, Call call) {
        return commands.sendAfterDueWork(
                call,
                new PreviewOrder(
                        ids.account(id),
                        ChangeRequest.all(request.changes()),
                        request.acceptTerms(),
                        request.effectiveOn()));
    }

    @PostMapping("/orders")
    ResponseEntity<byte[]> place(
            @PathVariable String id, @RequestBody OrderRequest request, Call call) {
        AccountId account = ids.account(id);
        QuoteToken token = request.token(account);
        PlaceOrder order =
                new PlaceOrder(
                        account,
                        new OrderId(call.newId(account, "order")),
                        request.wanted(token),
                        token,
                        request.acceptTerms(),
                        request.effectiveOn(),
                        Payment.none());
        return commands.sendAfterDueWork(call, order, paidCommands::send);
    }
}
