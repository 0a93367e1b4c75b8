package dev.mastro.chaos.load;

import dev.mastro.chaos.history.Request;
import java.util.List;
import java.util.Random;

/**
 * What customers ask for: more than half goodwill credit, which is the plainest entry there is,
 * then payments, invoices (an order of a product for one month), refunds and changes of licences.
 */
public final class Wishes {

    private static final int WHOLE = 85;
    private static final int ENTRIES = 55;
    private static final int PAYMENTS = ENTRIES + 10;
    private static final int INVOICES = PAYMENTS + 10;
    private static final int REVERSALS = INVOICES + 5;
    private static final int MOST_LICENCES = 40;
    private static final int CENTS = 100;

    private static final List<String> SELLERS = Sellers.names();

    private Wishes() {}

    static Request opening(String key, int customer) {
        return new Request(
                null,
                "/accounts",
                key,
                """
                {"seller": "%s", "name": "Chaos", "email": "chaos@example.com",
                 "country": "IT", "currency": "EUR", "timeZone": "Europe/Rome",
                 "paymentMethod": "tok_ok", "acceptTerms": "2015-01"}
                """
                        .formatted(seller(customer)));
    }

    static String seller(int customer) {
        return SELLERS.get(customer % SELLERS.size());
    }

    static Request plan(String account, String key) {
        return order(
                account,
                key,
                """
                {"type": "START", "product": "pro", "cycle": "MONTHLY", "licences": 5}\
                """);
    }

    /** What a customer asks for next. */
    public static Request next(Customer customer, String key, Random random) {
        int kind = random.nextInt(WHOLE);
        int cents = random.nextInt(CENTS);
        if (kind < ENTRIES) {
            return goodwill(customer.account(), key, cents);
        }
        if (kind < PAYMENTS) {
            return payment(customer.account(), key, cents);
        }
        if (kind < INVOICES && customer.seller().equals(SELLERS.getFirst())) {
            return order(
                    customer.account(),
                    key,
                    """
                    {"type": "START", "product": "webinar-500-once", "cycle": "ONE_MONTH",
                     "licences": 1}\
                    """);
        }
        if (kind < REVERSALS) {
            return refund(customer.account(), key, cents);
        }
        return licences(customer, key, 1 + random.nextInt(MOST_LICENCES));
    }

    /** The same key for something else, which nobody may ever get. */
    static Request changed(Request request) {
        return new Request(
                request.account(),
                "/accounts/" + request.account() + "/credits",
                request.key(),
                """
                {"amount": {"amount": "999.00", "currency": "EUR"}, "reason": "CHANGED"}
                """);
    }

    /** The plainest entry there is. */
    public static Request goodwill(String account, String key, int cents) {
        return new Request(
                account,
                "/accounts/" + account + "/credits",
                key,
                """
                {"amount": {"amount": "1.%02d", "currency": "EUR"}, "reason": "CHAOS"}
                """
                        .formatted(cents));
    }

    private static Request payment(String account, String key, int cents) {
        return new Request(
                account,
                "/accounts/" + account + "/payments",
                key,
                """
                {"amount": {"amount": "7.%02d", "currency": "EUR"}, "reference": "%s"}
                """
                        .formatted(cents, key));
    }

    private static Request refund(String account, String key, int cents) {
        return new Request(
                account,
                "/accounts/" + account + "/refunds",
                key,
                """
                {"amount": {"amount": "0.%02d", "currency": "EUR"}, "reason": "CHAOS"}
                """
                        .formatted(1 + cents % (CENTS - 1)));
    }

    /** So many licences of the plan. */
    public static Request licences(Customer customer, String key, int total) {
        return order(
                customer.account(),
                key,
                """
                {"type": "ADJUST_LICENCES", "subscription": "%s", "total": %d}\
                """
                        .formatted(customer.subscription(), total));
    }

    private static Request order(String account, String key, String change) {
        return new Request(
                account,
                "/accounts/" + account + "/orders",
                key,
                "{\"changes\": [" + change + "]}");
    }
}
