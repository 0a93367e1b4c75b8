package dev.mastro.query.invoice;

import dev.mastro.query.platform.MalformedRequest;
import dev.mastro.query.platform.Parameters;
import dev.mastro.shared.invoice.InvoiceStatus;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices of an account are wanted: by the beginning of their number, by the dates between
 * which they were issued, and by what became of them (billing.md R000-06).
 */
record InvoiceSearch(
        @Nullable String number,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String status) {

    static InvoiceSearch of(
            @Nullable String number,
            @Nullable String from,
            @Nullable String to,
            @Nullable String status) {
        return new InvoiceSearch(
                number == null ? null : prefix(Parameters.text("number", number)),
                Parameters.date("from", from),
                Parameters.date("to", to),
                status == null ? null : known(status));
    }

    private static String prefix(String number) {
        return number.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String known(String status) {
        return Arrays.stream(InvoiceStatus.values())
                .map(InvoiceStatus::name)
                .filter(status::equals)
                .findFirst()
                .orElseThrow(() ->
                        new MalformedRequest(
                                "status",
                                status,
                                "one of " + Arrays.toString(InvoiceStatus.values())));
    }
}
