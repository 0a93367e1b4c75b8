package dev.mastro.command.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often one address may try within a minute; guessing numbers must take years. */
@Component
public class AttemptLimit {

    private static final long MOST_ADDRESSES = 100_000;

    private final int perMinute;
    private final Cache<String, AtomicInteger> attempts =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .maximumSize(MOST_ADDRESSES)
                    .build();

    AttemptLimit(@Value("${mastro.express-payments.per-minute:10}") int perMinute) {
        this.perMinute = perMinute;
    }

    /** Whether this attempt of the address is one of the few. */
    public boolean allows(String address) {
        return attempts.get(address, key -> new AtomicInteger()).incrementAndGet() <= perMinute;
    }
}
