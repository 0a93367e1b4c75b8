package dev.mastro.eventstore.platform;

import dev.mastro.eventstore.checkpoint.CheckpointFolder;
import dev.mastro.eventstore.checkpoint.Checkpointer;
import dev.mastro.eventstore.checkpoint.RefusedLog;
import dev.mastro.eventstore.checkpoint.SignedLog;
import dev.mastro.eventstore.checkpoint.TrustedKeys;
import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.KeyFile;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.eventstore.seal.Sealer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Who signs the log, and where copies of that go: {@code mastro.checkpoint.*}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = EventStoreMode.PROPERTY, havingValue = "postgres")
class CheckpointConfiguration {

    private static final String KEY_FILE = "mastro.checkpoint.key-file";
    private static final String MAKE_KEY = "mastro.checkpoint.make-key";

    /** The real time, also where the clock of the books is a simulated one. */
    @Bean
    Checkpointer checkpointer(DataSource dataSource, Sealer sealer, Environment settings) {
        Checkpointer checkpointer =
                new Checkpointer(
                        new SignedLog(dataSource, Clock.systemUTC()),
                        keys(settings),
                        file(settings, "mastro.checkpoint.folder").map(CheckpointFolder::new),
                        sealer::isHolder,
                        Checkpointer.Pace.USUAL);
        sealer.afterSeal(checkpointer::sealed);
        return checkpointer;
    }

    @Bean
    @Order(5)
    StartupCheck signedLog(Checkpointer checkpointer) {
        return checkpointer::confirm;
    }

    @Bean
    HealthIndicator checkpointHealthIndicator(Checkpointer checkpointer) {
        return () ->
                checkpointer
                        .trouble()
                        .map(trouble -> Health.down().withDetail("trouble", trouble).build())
                        .orElseGet(() -> Health.up().build());
    }

    private static Optional<TrustedKeys> keys(Environment settings) {
        try {
            Optional<Path> file = file(settings, KEY_FILE);
            if (file.isPresent() && settings.getRequiredProperty(MAKE_KEY, Boolean.class)) {
                KeyFile.createIfMissing(file.get(), "");
            }
            List<VerifierKey> earlier = earlier(settings);
            return file.map(one -> new TrustedKeys(KeyFile.read(one), earlier));
        } catch (InvalidNote e) {
            throw new RefusedLog(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the signing key", e);
        }
    }

    private static List<VerifierKey> earlier(Environment settings) {
        String named = settings.getRequiredProperty("mastro.checkpoint.earlier-keys");
        return Arrays.stream(named.split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(VerifierKey::parse)
                .toList();
    }

    private static Optional<Path> file(Environment settings, String property) {
        String path = settings.getRequiredProperty(property);
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
