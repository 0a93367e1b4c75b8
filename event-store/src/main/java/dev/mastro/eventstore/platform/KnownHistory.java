package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.checkpoint.RefusedLog;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Refuses a database that a later version of this program has changed, before anything else is
 * changed there. Scripts of a part that this process does not have are those of another side, and
 * none of its business: each part counts in a major number of its own.
 */
final class KnownHistory implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        List<MigrationInfo> all = Arrays.asList(flyway.info().all());
        Set<String> parts =
                all.stream()
                        .filter(script -> script.getState().isResolved())
                        .map(KnownHistory::part)
                        .collect(Collectors.toSet());
        List<String> later =
                all.stream()
                        .filter(script -> script.getState().isApplied())
                        .filter(script -> !script.getState().isResolved())
                        .filter(script -> parts.contains(part(script)))
                        .map(script -> String.valueOf(script.getVersion()))
                        .toList();
        if (!later.isEmpty()) {
            throw new RefusedLog(
                    "the database was changed by a later version of Mastro (script %s)"
                            .formatted(String.join(", ", later)));
        }
        flyway.migrate();
    }

    private static String part(MigrationInfo script) {
        return script.getVersion() == null ? "" : script.getVersion().getMajorAsString();
    }
}
