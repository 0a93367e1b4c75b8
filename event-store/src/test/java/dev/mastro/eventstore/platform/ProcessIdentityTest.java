package dev.mastro.eventstore.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.StoreFixture;
import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who may read a segment is decided by the name of the process alone, so no two may ever have the
 * same one: it is random, and no setting can make it equal.
 */
class ProcessIdentityTest {

    private static final String READER = "reader";

    private final Database database = EmbeddedPostgres.shared().freshDatabase();

    /** What the guard against this is for. */
    @Configuration(proxyBeanMethods = false)
    static class SharedIdentity {

        @Bean
        ProcessIdentity processIdentity() {
            return new ProcessIdentity("shared");
        }
    }

    @Test
    void processes_with_the_same_settings_have_names_of_their_own() {
        try (StoreFixture one = StoreFixture.start(database, Map.of());
                StoreFixture other = StoreFixture.start(database, Map.of())) {
            assertThat(one.bean(ProcessIdentity.class))
                    .isNotEqualTo(other.bean(ProcessIdentity.class));
        }
    }

    @Test
    void a_segment_that_one_process_reads_is_refused_to_the_other() {
        try (StoreFixture one = StoreFixture.start(database, Map.of());
                StoreFixture other = StoreFixture.start(database, Map.of())) {
            begin(one);
            claim(one);

            assertThatThrownBy(() -> claim(other)).isInstanceOf(UnableToClaimTokenException.class);
        }
    }

    /** Canary: with equal names both would read, and each event would count twice. */
    @Test
    void two_processes_of_one_name_would_both_read_it() {
        Map<String, Object> overriding =
                Map.of("spring.main.allow-bean-definition-overriding", "true");
        try (StoreFixture one = StoreFixture.start(database, overriding, SharedIdentity.class);
                StoreFixture other =
                        StoreFixture.start(database, overriding, SharedIdentity.class)) {
            begin(one);
            claim(one);
            claim(other);

            assertThat(owners(other)).isEqualTo("shared");
        }
    }

    private static void begin(StoreFixture store) {
        store.bean(TransactionManager.class)
                .executeInTransaction(
                        () -> store.bean(TokenStore.class).initializeTokenSegments(READER, 1));
    }

    private static void claim(StoreFixture store) {
        store.bean(TransactionManager.class)
                .executeInTransaction(() -> store.bean(TokenStore.class).fetchToken(READER, 0));
    }

    private static String owners(StoreFixture store) {
        return store.jdbc()
                .sql("SELECT owner FROM token_entry WHERE processor_name = 'reader'")
                .query(String.class)
                .single();
    }
}
