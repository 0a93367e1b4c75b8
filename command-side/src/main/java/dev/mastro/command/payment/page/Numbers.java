package dev.mastro.command.payment.page;

import org.jspecify.annotations.Nullable;

/** The two numbers as they were typed; what cannot be one is left out. */
record Numbers(String account, String invoice) {

    private static final int LONGEST = 255;

    static Numbers of(@Nullable String account, @Nullable String invoice) {
        return new Numbers(clean(account), clean(invoice));
    }

    /** What was typed, or nothing where nobody can have meant it. */
    static String clean(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST) {
            return "";
        }
        return typed.chars().anyMatch(Character::isISOControl) ? "" : typed.strip();
    }
}
