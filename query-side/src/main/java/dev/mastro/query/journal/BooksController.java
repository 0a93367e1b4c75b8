package dev.mastro.query.journal;

import dev.mastro.query.platform.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books over HTTP. Exports are written as they are read, however long they are. */
@RestController
class BooksController {

    private final TrialBalances balances;
    private final Journal journal;
    private final Closings closings;
    private final BooksRequests requests;

    BooksController(
            TrialBalances balances, Journal journal, Closings closings, BooksRequests requests) {
        this.balances = balances;
        this.journal = journal;
        this.closings = closings;
        this.requests = requests;
    }

    @GetMapping("/api/v1/books/trial-balance")
    TrialBalance trialBalance(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String currency) {
        return balances.at(
                requests.asOf(asOf),
                BooksRequests.knownAt(knownAt),
                BooksRequests.currency(currency));
    }

    @GetMapping("/api/v1/books/periods")
    Page<ClosedMonth> closedMonths() {
        return new Page<>(closings.all(), null);
    }

    @GetMapping("/api/v1/books/journal")
    Page<JournalItem> entries(
            @ParameterObject BooksRequests.Range range,
            @RequestParam(defaultValue = "json") String format) {
        BooksRequests.refuseUnknownFormat(format);
        return page(requests.query(range), range);
    }

    @GetMapping(path = "/api/v1/books/journal", params = "format=csv")
    void csv(@ParameterObject BooksRequests.Range range, HttpServletResponse response)
            throws IOException {
        JournalQuery query = requests.query(range);
        PrintWriter out = writer(response, "text/csv");
        JournalCsv csv = new JournalCsv(out);
        csv.begin();
        journal.forEach(query, csv::write);
        out.flush();
    }

    @GetMapping(path = "/api/v1/books/journal", params = "format=hledger")
    void hledger(@ParameterObject BooksRequests.Range range, HttpServletResponse response)
            throws IOException {
        JournalQuery query = requests.query(range);
        PrintWriter out = writer(response, "text/plain");
        HledgerText text = new HledgerText(out);
        text.begin(journal.currencies());
        journal.forEach(query, text::write);
        out.flush();
    }

    @GetMapping("/api/v1/accounts/{id}/journal")
    Page<JournalItem> ofAccount(
            @PathVariable String id, @ParameterObject BooksRequests.Range range) {
        return page(requests.query(range).of(journal.account(id)), range);
    }

    private Page<JournalItem> page(JournalQuery query, @ParameterObject BooksRequests.Range range) {
        return journal.page(query, BooksRequests.cursor(range), BooksRequests.limit(range));
    }

    private static PrintWriter writer(HttpServletResponse response, String type)
            throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response.getWriter();
    }
}
