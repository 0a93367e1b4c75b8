package dev.mastro.query.mail;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.mail.MailOutbox.Mail;
import dev.mastro.query.mail.MailOutbox.State;
import dev.mastro.query.platform.MalformedRequest;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class MailController {

    private final MailOutbox outbox;
    private final Accounts accounts;

    MailController(MailOutbox outbox, Accounts accounts) {
        this.outbox = outbox;
        this.accounts = accounts;
    }

    @GetMapping("/accounts/{id}/mails")
    Page<Mail> ofAccount(@PathVariable String id) {
        return new Page<>(outbox.ofAccount(accounts.get(Parameters.id(id)).id().value()), null);
    }

    /** What nobody has taken, unless another state is asked for. */
    @GetMapping("/mails")
    Page<Mail> inState(
            @RequestParam(defaultValue = "FAILED") String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return outbox.in(
                Arrays.stream(State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElseThrow(() ->
                                new MalformedRequest(
                                        "state", state, "one of " + List.of(State.values()))),
                PageRequest.of(limit, after));
    }
}
