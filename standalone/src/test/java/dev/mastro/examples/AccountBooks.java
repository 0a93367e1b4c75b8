package dev.mastro.examples;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The journal of one account, read as a person would. */
record AccountBooks(List<JsonNode> entries) {

    private static final JsonMapper JSON = new JsonMapper();

    static AccountBooks of(Reply journal) {
        return new AccountBooks(
                JSON.readTree(journal.done().body()).at("/items").valueStream().toList());
    }

    /** Debits less credits. */
    String balance(String code) {
        return entries.stream()
                .flatMap(entry -> entry.at("/postings").valueStream())
                .filter(posting -> posting.at("/code").asString().equals(code))
                .map(AccountBooks::signed)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString();
    }

    /** Each entry in the form of billing.md 5.5: date, debits, credits. */
    List<String> lines() {
        return entries.stream()
                .map(entry ->
                        "%s %s | %s"
                                .formatted(
                                        entry.at("/date").asString(),
                                        side(entry, "DEBIT"),
                                        side(entry, "CREDIT")))
                .toList();
    }

    private static String side(JsonNode entry, String side) {
        return String.join(
                "; ",
                entry.at("/postings")
                        .valueStream()
                        .filter(posting -> posting.at("/side").asString().equals(side))
                        .map(posting ->
                                posting.at("/code").asString()
                                        + " "
                                        + posting.at("/amount/amount").asString())
                        .toList());
    }

    private static BigDecimal signed(JsonNode posting) {
        BigDecimal amount = new BigDecimal(posting.at("/amount/amount").asString());
        return posting.at("/side").asString().equals("DEBIT") ? amount : amount.negate();
    }
}
