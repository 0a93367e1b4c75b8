package dev.mastro.command.payment.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The payment tokens that the embedded gateway knows (api.md 2). */
enum TestToken {
    TOK_OK(0, null),
    TOK_DECLINED(Integer.MAX_VALUE, "card_declined"),
    TOK_EXPIRED(Integer.MAX_VALUE, "expired_card"),
    TOK_FAILS_ONCE(1, "insufficient_funds"),
    TOK_FAILS_TWICE(2, "insufficient_funds"),
    TOK_PENDING(0, null);

    /** What the gateway says to every other token. */
    static final String UNKNOWN = "unknown_token";

    private final int failureCount;
    private final @Nullable String code;

    TestToken(int failureCount, @Nullable String code) {
        this.failureCount = failureCount;
        this.code = code;
    }

    static @Nullable TestToken of(String token) {
        for (TestToken one : values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(token)) {
                return one;
            }
        }
        return null;
    }

    /** Whether the answer depends on how often the account was declined before. */
    boolean counts() {
        return failureCount > 0 && failureCount < Integer.MAX_VALUE;
    }

    boolean declines(long earlierFailures) {
        return earlierFailures < failureCount;
    }

    @Nullable String code() {
        return code;
    }
}
