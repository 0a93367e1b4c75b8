package dev.mastro.command.http;

/** Requests that open accounts. */
final class NewAccount {

    static final String ON_INVOICE =
            """
            {"seller": "zoom", "name": "Ada Lovelace", "email": "ada@example.com",
             "country": "US", "currency": "USD", "timeZone": "America/New_York",
             "paymentTerms": "ON_INVOICE", "acceptTerms": "2015-01"}
            """;

    private NewAccount() {}
}
