package dev.mastro.eventstore.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps out the parts of Axon's auto-configuration that guess at storage and transactions. On
 * Spring Boot 4 they guess "none" without a word; without them a missing bean stops the start.
 */
public final class NoGuessedStore implements AutoConfigurationImportFilter {

    private static final String PACKAGE = "org.axonframework.springboot.autoconfig.";

    private static final Set<String> GUESSES =
            Set.of(
                    PACKAGE + "JdbcAutoConfiguration",
                    PACKAGE + "JpaAutoConfiguration",
                    PACKAGE + "JpaEventStoreAutoConfiguration",
                    PACKAGE + "TransactionAutoConfiguration",
                    PACKAGE + "NoOpTransactionAutoConfiguration",
                    PACKAGE + "UpdateCheckerAutoConfiguration",
                    PACKAGE + "XStreamAutoConfiguration");

    @Override
    public boolean[] match(
            @Nullable String[] candidates, AutoConfigurationMetadata autoConfigurationMetadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null || !GUESSES.contains(candidate);
        }
        return wanted;
    }
}
