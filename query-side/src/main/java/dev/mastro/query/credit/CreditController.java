package dev.mastro.query.credit;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.shared.view.CreditView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts/{id}/credits")
class CreditController {

    private final Credits credits;
    private final Accounts accounts;

    CreditController(Credits credits, Accounts accounts) {
        this.credits = credits;
        this.accounts = accounts;
    }

    @GetMapping
    Page<CreditView> ofAccount(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        PageRequest page = PageRequest.of(limit, after);
        return credits.ofAccount(accounts.get(Parameters.id(id)).id().value(), page);
    }
}
