package dev.mastro.command.catalog.file;

import dev.mastro.command.catalog.Sellers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text of a shipped file, to break one thing in it. */
final class ShippedSeller {

    private ShippedSeller() {}

    static String text(String code) {
        String name = "/sellers/" + code + ".yaml";
        try (InputStream stream = ShippedSeller.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said about the shipped file with the first {@code right} replaced. */
    static String refusal(String right, String wrong) {
        String text = text("zoom");
        int at = text.indexOf(right);
        if (at < 0) {
            throw new IllegalStateException("not in the shipped file: " + right);
        }
        return refusalOf(text.substring(0, at) + wrong + text.substring(at + right.length()));
    }

    static String refusalOf(String text) {
        try {
            Sellers sellers = SellerFiles.read(List.of(new SellerFile("sellers/zoom.yaml", text)));
            return "accepted " + sellers.all().size();
        } catch (InvalidSellerFile e) {
            return String.valueOf(e.getMessage());
        }
    }
}
