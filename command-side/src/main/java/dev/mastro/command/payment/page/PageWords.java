package dev.mastro.command.payment.page;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The texts of the page in one language. */
record PageWords(String language, Map<String, String> texts) {

    private static final List<String> TAGS = List.of("en", "it");
    private static final PageWords EN = read("en");
    private static final PageWords IT = read("it");

    /** The language that is asked for, else the first that the browser reads, else English. */
    static PageWords of(@Nullable String language, @Nullable String accepted) {
        String wanted = language != null && TAGS.contains(language) ? language : best(accepted);
        return wanted.equals("it") ? IT : EN;
    }

    String get(String key, Object... gaps) {
        return Objects.requireNonNull(texts.get(key), key).formatted(gaps);
    }

    String money(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.of(language));
        format.setMinimumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        format.setMaximumFractionDigits(money.getCurrencyUnit().getDecimalPlaces());
        return format.format(money.getAmount()) + " " + money.getCurrencyUnit().getCode();
    }

    /** What a browser says may be anything. */
    private static String best(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return "en";
        }
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(accepted), TAGS);
            return tag == null ? "en" : tag;
        } catch (IllegalArgumentException _) {
            return "en";
        }
    }

    private static PageWords read(String language) {
        String file = "/pay/" + language + ".properties";
        Properties texts = new Properties();
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(PageWords.class.getResourceAsStream(file), file),
                        StandardCharsets.UTF_8)) {
            texts.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageWords(
                language,
                texts.stringPropertyNames().stream()
                        .collect(toUnmodifiableMap(key -> key, texts::getProperty)));
    }
}
