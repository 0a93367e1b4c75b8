package dev.mastro.benchmarks.telco;

import dev.mastro.benchmarks.http.LedgerClient;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** The trial balance of one currency as the HTTP contract shows it. */
record PublishedBooks(JsonNode book) {

    static PublishedBooks read(LedgerClient ledger) {
        String path = "/books/trial-balance?asOf=" + TelcoBook.END + "&currency=USD";
        return new PublishedBooks(ledger.get(path).path("books").path(0));
    }

    /** What debits exceed credits by. */
    BigDecimal difference() {
        return new BigDecimal(book.path("difference").asString());
    }

    /** What a ledger account holds, on whichever side. */
    BigDecimal balanceOf(String code) {
        for (JsonNode account : book.path("accounts")) {
            if (account.path("code").asString().equals(code)) {
                return new BigDecimal(account.path("balance").path("amount").asString());
            }
        }
        return BigDecimal.ZERO;
    }
}
