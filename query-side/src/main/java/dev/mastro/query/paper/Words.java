package dev.mastro.query.paper;

import dev.mastro.shared.calendar.BillingPeriod;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * The texts of one language, with its dates and amounts. All of it is in our own files, because the
 * tables of a JDK change with its version, and with them the bytes of a document.
 */
public final class Words {

    private static final Set<String> LANGUAGES = Set.of("en", "it");
    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, String> texts;

    private Words(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * The words of documents, and those in {@code folder}, for a BCP 47 tag; in English when the
     * language has none.
     */
    public static Words of(String folder, String localeTag) {
        String wanted = Locale.forLanguageTag(localeTag).getLanguage();
        String language = LANGUAGES.contains(wanted) ? wanted : "en";
        return KNOWN.computeIfAbsent(folder + "/" + language, _ -> load(folder, language));
    }

    /** The ISO 639 code of the language. */
    public String language() {
        return get("language");
    }

    /** A text with its gaps filled. */
    public String get(String key, Object... gaps) {
        String text = Objects.requireNonNull(texts.get(key), key);
        return gaps.length == 0 ? text : text.formatted(gaps);
    }

    /** For example {@code 28 April 2025}. */
    public String date(LocalDate date) {
        return date(date, "months");
    }

    /** First and last day, both included, as people say it. */
    public String period(BillingPeriod period) {
        return get(
                "period",
                date(period.start(), "months.short"),
                date(period.end().minusDays(1), "months.short"));
    }

    /** For example {@code 1,234.50 USD}. */
    public String money(Money money) {
        return amount(money) + " " + money.getCurrencyUnit().getCode();
    }

    /** The number alone, with the digits of its currency. */
    public String amount(Money money) {
        return number(money.getAmount(), money.getCurrencyUnit().getDecimalPlaces());
    }

    /** A number of things. */
    public String count(int count) {
        return number(BigDecimal.valueOf(count), 0);
    }

    /** A tax rate, as many digits as it has. */
    public String percent(String percent) {
        BigDecimal exact = new BigDecimal(percent);
        return number(exact, Math.max(0, exact.scale()));
    }

    /** For example {@code 1 licence}. */
    public String licences(int count) {
        return count == 1 ? get("licence") : get("licences", count(count));
    }

    /** The name of a country. */
    public String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.of(language()));
    }

    /** Under the names of the keys, for a template. */
    public Map<String, String> all() {
        return texts;
    }

    private String date(LocalDate date, String months) {
        String month = get(months).split(",", -1)[date.getMonthValue() - 1];
        return get("date", date.getDayOfMonth(), month, date.getYear());
    }

    private String number(BigDecimal exact, int digits) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(get("decimal").charAt(0));
        symbols.setGroupingSeparator(get("group").charAt(0));
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(exact);
    }

    private static Words load(String folder, String language) {
        Properties texts = new Properties();
        read("/documents/" + language + ".properties", texts);
        read("/" + folder + "/" + language + ".properties", texts);
        return new Words(
                texts.entrySet().stream()
                        .map(text ->
                                new AbstractMap.SimpleEntry<>(
                                        text.getKey().toString(), text.getValue().toString()))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static void read(String file, Properties texts) {
        try (Reader text =
                new InputStreamReader(
                        Objects.requireNonNull(Words.class.getResourceAsStream(file), file),
                        StandardCharsets.UTF_8)) {
            texts.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
