package dev.mastro.query.account;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.shared.view.AccountView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/{id}")
    AccountView account(@PathVariable String id) {
        return accounts.view(Parameters.id(id));
    }

    @GetMapping
    Page<AccountView> search(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        PageRequest page = PageRequest.of(limit, after);
        return query == null || query.isBlank()
                ? accounts.all(page)
                : accounts.search(Parameters.text("query", query.strip()), page);
    }
}
