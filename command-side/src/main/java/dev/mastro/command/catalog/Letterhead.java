package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;
import static dev.mastro.command.catalog.ImpossibleValue.requireText;

import java.util.List;
import java.util.Optional;

/**
 * How a seller presents himself on documents and in mails; {@code colour} as in {@code #0b4fd8}.
 */
public record Letterhead(
        String legalName,
        List<String> lines,
        Optional<String> vatNumber,
        String email,
        Optional<String> website,
        Optional<String> bank,
        String colour) {

    public Letterhead {
        requireText(legalName, "legalName");
        lines = List.copyOf(lines);
        require(email.matches("[^@\\s]+@[^@\\s]+"), "email", "is no address, got " + email);
        require(colour.matches("#[0-9a-f]{6}"), "colour", "is no colour, got " + colour);
    }
}
