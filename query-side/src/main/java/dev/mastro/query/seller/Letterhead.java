package dev.mastro.query.seller;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a seller presents himself: name and address, and where his money and his mail arrive. */
public record Letterhead(
        String legalName,
        List<String> lines,
        @Nullable String vatNumber,
        String email,
        @Nullable String website,
        @Nullable String bank,
        String colour) {}
