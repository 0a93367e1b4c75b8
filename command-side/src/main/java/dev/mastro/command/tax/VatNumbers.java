package dev.mastro.command.tax;

import dev.mastro.command.ledger.Rejection;
import dev.mastro.shared.account.BillingDetails;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What VAT numbers look like in each state of the European Union. Elsewhere nothing is known of
 * them, so nothing is checked. Whether a number is registered is the state's to say.
 */
public final class VatNumbers {

    private static final String FILE = "/tax/vat-numbers.properties";
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\\-]");
    private static final Map<String, Pattern> FORMATS = formats();

    private VatNumbers() {}

    /** Whether VAT is one matter between this state and the others of the Union. */
    public static boolean isUnionState(String country) {
        return FORMATS.containsKey(country);
    }

    /** Whether the number looks like one of that state of the Union. */
    public static boolean fits(String country, @Nullable String number) {
        Pattern format = FORMATS.get(country);
        return number != null && format != null && format.matcher(number).matches();
    }

    /**
     * The details with their VAT number as it is written on documents; a number that cannot be one
     * of the customer's country is refused. {@code home} is where he is taxed unless the details
     * say otherwise.
     */
    public static BillingDetails checked(BillingDetails details, String home) {
        if (details.vatNumber() == null) {
            return details;
        }
        String country = Objects.requireNonNullElse(details.country(), home);
        String number =
                SEPARATORS.matcher(details.vatNumber()).replaceAll("").toUpperCase(Locale.ROOT);
        if (isUnionState(country) && !fits(country, number)) {
            throw Rejection.VAT_NUMBER_INVALID.because(
                    "This is no VAT number of " + country + ".",
                    Map.of("country", country),
                    "Write it with the prefix of the country, as the tax office does.");
        }
        return new BillingDetails(
                details.name(),
                details.email(),
                details.street(),
                details.city(),
                details.postalCode(),
                number,
                details.country());
    }

    private static Map<String, Pattern> formats() {
        Properties file = new Properties();
        try (InputStream stream = VatNumbers.class.getResourceAsStream(FILE)) {
            file.load(
                    new InputStreamReader(
                            Objects.requireNonNull(stream, FILE), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.stringPropertyNames().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                country -> country,
                                country -> Pattern.compile(file.getProperty(country))));
    }
}
