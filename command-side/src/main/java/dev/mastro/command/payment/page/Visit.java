package dev.mastro.command.payment.page;

import dev.mastro.command.payment.ExpressDecisions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A form that was sent, who sent it, and in which language. */
record Visit(
        PageWords words,
        Numbers numbers,
        String token,
        String attempt,
        String money,
        String address) {

    /** The body is read here, because it was read before and the server knows no parameters. */
    static Visit of(String body, @Nullable String accepted, String address) {
        Map<String, String> form = form(body);
        return new Visit(
                PageWords.of(form.get("lang"), accepted),
                Numbers.of(form.get("account"), form.get("invoice")),
                Numbers.clean(form.get("token")),
                Numbers.clean(form.get("attempt")),
                Numbers.clean(form.get("amount")),
                address);
    }

    /** What the page had said was left: nobody pays more than he has read. */
    Money amount() {
        try {
            return Money.parse(money);
        } catch (IllegalArgumentException | ArithmeticException _) {
            throw ExpressDecisions.refused();
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                form.putIfAbsent(field.substring(0, equals), decoded(field.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
