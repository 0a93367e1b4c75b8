package dev.mastro.chaos.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Who sells: names in a file, one in each line. The first offers products for a single month, the
 * accounts of the second share one series of numbers.
 */
final class Sellers {

    private Sellers() {}

    static List<String> names() {
        try (InputStream file =
                Objects.requireNonNull(Sellers.class.getResourceAsStream("sellers.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
