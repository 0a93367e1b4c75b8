package dev.mastro.command.catalog;

import static dev.mastro.command.catalog.ImpossibleValue.require;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** What a password must be like (billing.md R003-02). */
public record PasswordPolicy(int minimumLength, Set<CharacterKind> mustContain) {

    /** A kind of character; letters are those of any script. */
    public enum CharacterKind {
        LETTER,
        DIGIT
    }

    public PasswordPolicy {
        mustContain = Collections.unmodifiableSet(new TreeSet<>(mustContain));
        require(
                minimumLength > 0 && minimumLength >= mustContain.size(),
                "minimumLength",
                "leaves no room for what a password must contain, got " + minimumLength);
    }

    /** The kinds of characters that a text has. */
    public static Set<CharacterKind> kindsIn(String text) {
        Set<CharacterKind> kinds = EnumSet.noneOf(CharacterKind.class);
        text.codePoints()
                .forEach(character -> {
                    if (Character.isLetter(character)) {
                        kinds.add(CharacterKind.LETTER);
                    } else if (Character.isDigit(character)) {
                        kinds.add(CharacterKind.DIGIT);
                    }
                });
        return kinds;
    }

    /** Whether a password of this many characters of these kinds will do. */
    public boolean accepts(int length, Set<CharacterKind> kinds) {
        return length >= minimumLength && kinds.containsAll(mustContain);
    }
}
