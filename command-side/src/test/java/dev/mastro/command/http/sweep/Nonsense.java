package dev.mastro.command.http.sweep;

import java.util.List;
import java.util.stream.Stream;

/** Values that a field of some kind should not take; each is written as JSON. */
@SuppressWarnings("ImmutableEnumChecker") // What List.of makes never changes.
enum Nonsense {
    ANYTHING(
            "null",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999999999",
            "true",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"a\": {\"b\": null}}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\nb\"",
            "\"\\u001b[2J\"",
            "\"\\ud800\"",
            "\"\\u2028\"",
            "\"${jndi:ldap://x}\"",
            "\"'; DROP TABLE ledger_event; --\"",
            "\"../../etc/passwd\"",
            quoted("x", 10_000),
            quoted("\ud83d\ude00", 2_000)),
    MONEY(
            money("10", "USD"),
            money("10.0", "USD"),
            money("10.001", "USD"),
            money("10.00", "JPY"),
            money("10.00", "KWD"),
            money("10.00", "usd"),
            money("10.00", "XXX"),
            money("10.00", "ZZZ"),
            money("10.00", ""),
            money("10.00", "EUR"),
            money("-10.00", "USD"),
            money("-0.01", "USD"),
            money("0.00", "USD"),
            money("-0.00", "USD"),
            money("+1.00", "USD"),
            money("1e3", "USD"),
            money("1,000.00", "USD"),
            money("NaN", "USD"),
            money("Infinity", "USD"),
            money("9999999999999.99", "USD"),
            money("99999999999999.99", "USD"),
            money("9".repeat(400) + ".00", "USD"),
            "{\"amount\": 10.00, \"currency\": \"USD\"}",
            "{\"amount\": null, \"currency\": \"USD\"}",
            "{\"amount\": \"10.00\", \"currency\": null}",
            "{\"amount\": \"10.00\"}",
            "{\"currency\": \"USD\"}",
            "{\"amount\": \"10.00\", \"currency\": \"USD\", \"scale\": 2}",
            "\"10.00 USD\""),
    WHOLE_NUMBER(
            "-2147483649",
            "2147483648",
            "9223372036854775808",
            "\"12\"",
            "1.0",
            "1e2",
            "-9223372036854775808"),
    TIME(
            "\"2025-02-30\"",
            "\"0000-00-00\"",
            "\"0001-01-01\"",
            "\"+99999-01-01\"",
            "\"99999-01-01\"",
            "\"28.04.2025\"",
            "\"2025-04-28T25:00:00Z\"",
            "\"2025-04-28T10:00:00\"",
            "\"now\"");

    private final List<String> values;

    Nonsense(String... values) {
        this.values = List.of(values);
    }

    /** What a field of this kind is tried with. */
    Stream<String> all() {
        return this == ANYTHING
                ? values.stream()
                : Stream.concat(ANYTHING.values.stream(), values.stream());
    }

    private static String quoted(String character, int times) {
        return "\"" + character.repeat(times) + "\"";
    }

    private static String money(String amount, String currency) {
        return "{\"amount\": \"" + amount + "\", \"currency\": \"" + currency + "\"}";
    }
}
