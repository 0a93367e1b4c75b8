package dev.mastro.query.subscription;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.shared.view.SubscriptionView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class SubscriptionController {

    private final Subscriptions subscriptions;
    private final Accounts accounts;

    SubscriptionController(Subscriptions subscriptions, Accounts accounts) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
    }

    @GetMapping("/subscriptions/{id}")
    SubscriptionView subscription(@PathVariable String id) {
        return subscriptions.get(Parameters.id(id));
    }

    @GetMapping("/accounts/{id}/subscriptions")
    Page<SubscriptionView> ofAccount(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        PageRequest page = PageRequest.of(limit, after);
        return subscriptions.ofAccount(accounts.get(Parameters.id(id)).id().value(), page);
    }
}
