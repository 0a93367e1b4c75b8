package dev.mastro.command.http;

/** Requests that open accounts. */
final class NewAccount {

    static final String ON_INVOICE =
            """
            {"seller": "zoom", "name": "Ada Lovelace", "email": "ada@example.com",
             "country": "US", "currency": "USD", "timeZone": "America/New_York",
             "paymentTerms": "ON_INVOICE", "acceptTerms": "2015-01"}
            """;

    static final String OF_GOTO =
            """
            {"seller": "goto", "name": "Grace Hopper", "email": "grace@example.com",
             "country": "US", "currency": "USD", "timeZone": "America/New_York",
             "paymentTerms": "ON_INVOICE"}
            """;

    /** Its fields, one a line. */
    static final String BY_CARD =
            """
            "seller": "zoom",
            "name": "Ada Lovelace",
            "email": "ada@example.com",
            "country": "US",
            "currency": "USD",
            """;

    private NewAccount() {}

    /** Buys from Zoom and pays with the card of this test token. */
    static String withCard(String token) {
        return "{%s \"paymentMethod\": \"%s\", \"acceptTerms\": \"2015-01\"}"
                .formatted(BY_CARD, token);
    }
}
