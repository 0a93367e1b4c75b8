package dev.mastro.command.payment.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page in its three states: the numbers, the amount, the thanks. It needs no script. */
@Component
class PayPage {

    private static final String STYLE = read("/pay/pay.css");
    private final Template template =
            Mustache.compiler().emptyStringIsFalse(true).compile(read("/pay/pay.html.mustache"));
    private final String policy =
            "default-src 'none'; style-src 'sha256-"
                    + hash(STYLE)
                    + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The first state; {@code alert} names what is to be said before it, if anything. */
    String ask(PageWords words, Numbers numbers, @Nullable String alert) {
        Map<String, Object> values = values(words, numbers);
        values.put("asking", true);
        values.put("intro", words.get("ask.intro"));
        values.put("alert", alert == null ? "" : words.get(alert));
        return filled(words, words.get("ask.title"), values);
    }

    /** The second state: what is left, and a card. */
    String offer(PageWords words, Numbers numbers, Offer offer) {
        Map<String, Object> values = values(words, numbers);
        values.put("offering", true);
        values.put("intro", words.get("offer.intro", offer.seller()));
        values.put("seller", offer.seller());
        values.put("left", words.money(offer.left()));
        values.put("amount", offer.left().toString());
        values.put("attempt", offer.attempt());
        values.put("submit", words.get("pay", words.money(offer.left())));
        return filled(words, words.get("offer.title"), values);
    }

    /** The last state. */
    String thank(PageWords words, Numbers numbers, Money paid, Money left) {
        Map<String, Object> values = values(words, numbers);
        values.put("intro", words.get("done.intro", words.money(paid), numbers.invoice()));
        values.put(
                "rest",
                left.isZero() ? words.get("done.all") : words.get("done.left", words.money(left)));
        return filled(words, words.get("done.title"), values);
    }

    /** What the second state shows; {@code attempt} makes one payment of a form sent twice. */
    record Offer(String seller, Money left, String attempt) {}

    private static Map<String, Object> values(PageWords words, Numbers numbers) {
        Map<String, Object> values = new HashMap<>();
        for (String flag : new String[] {"asking", "offering"}) {
            values.put(flag, false);
        }
        for (String gap : new String[] {"alert", "rest"}) {
            values.put(gap, "");
        }
        values.put("account", numbers.account());
        values.put("invoice", numbers.invoice());
        for (String label :
                new String[] {
                    "account.label",
                    "invoice.label",
                    "where.hint",
                    "continue",
                    "seller.label",
                    "left.label",
                    "card.label",
                    "card.hint",
                    "back"
                }) {
            values.put(label.replace('.', '_'), words.get(label));
        }
        return values;
    }

    /** What a browser may do with the page: show it, and send its forms to us. */
    String policy() {
        return policy;
    }

    private String filled(PageWords words, String title, Map<String, Object> values) {
        values.put("language", words.language());
        values.put("title", title);
        values.put("style", STYLE);
        return template.execute(values);
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String file) {
        try (InputStream text =
                Objects.requireNonNull(PayPage.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
