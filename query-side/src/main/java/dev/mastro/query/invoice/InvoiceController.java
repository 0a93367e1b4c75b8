package dev.mastro.query.invoice;

import dev.mastro.query.account.Accounts;
import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.shared.view.InvoiceView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class InvoiceController {

    private final Invoices invoices;
    private final Accounts accounts;

    InvoiceController(Invoices invoices, Accounts accounts) {
        this.invoices = invoices;
        this.accounts = accounts;
    }

    @GetMapping("/invoices/{idOrNumber}")
    InvoiceView invoice(@PathVariable String idOrNumber) {
        return invoices.get(idOrNumber);
    }

    @GetMapping("/accounts/{id}/invoices")
    Page<InvoiceView> ofAccount(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        InvoiceSearch wanted = InvoiceSearch.of(number, from, to, status);
        PageRequest page = PageRequest.of(limit, after);
        return invoices.ofAccount(accounts.get(Parameters.id(id)).id().value(), wanted, page);
    }
}
