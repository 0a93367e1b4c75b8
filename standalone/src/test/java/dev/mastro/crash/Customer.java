package dev.mastro.crash;

import java.util.Random;

/** One account with a plan, and what its people ask for next. */
record Customer(String account, String subscription) {

    private static final int KINDS = 3;
    private static final int MOST_LICENCES = 40;

    static Attempt opening(String key, String seller) {
        return Attempt.of(
                "/accounts",
                key,
                """
                {"seller": "%s", "name": "Crash Test", "email": "crash@example.com",
                 "country": "IT", "currency": "EUR", "timeZone": "Europe/Rome",
                 "paymentMethod": "tok_ok", "acceptTerms": "2015-01"}
                """
                        .formatted(seller));
    }

    static Attempt ordering(String account, String key) {
        return Attempt.of(
                "/accounts/" + account + "/orders",
                key,
                """
                {"changes": [{"type": "START", "product": "pro", "cycle": "MONTHLY",
                              "licences": 5}]}
                """);
    }

    Attempt next(String key, Random random) {
        return switch (random.nextInt(KINDS)) {
            case 0 -> licences(key, 1 + random.nextInt(MOST_LICENCES));
            case 1 -> payment(key, random.nextInt(100));
            default -> goodwill(key, random.nextInt(100));
        };
    }

    private Attempt licences(String key, int total) {
        return Attempt.of(
                "/accounts/" + account + "/orders",
                key,
                """
                {"changes": [{"type": "ADJUST_LICENCES", "subscription": "%s", "total": %d}]}
                """
                        .formatted(subscription, total));
    }

    private Attempt payment(String key, int cents) {
        return Attempt.of(
                "/accounts/" + account + "/payments",
                key,
                """
                {"amount": {"amount": "7.%02d", "currency": "EUR"}, "reference": "%s"}
                """
                        .formatted(cents, key));
    }

    private Attempt goodwill(String key, int cents) {
        return Attempt.of(
                "/accounts/" + account + "/credits",
                key,
                """
                {"amount": {"amount": "1.%02d", "currency": "EUR"}, "reason": "CRASH_TEST"}
                """
                        .formatted(cents));
    }
}
