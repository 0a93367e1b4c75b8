package dev.mastro.query.mail;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.mail.MailOutbox.Mail;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Parameters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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
}
