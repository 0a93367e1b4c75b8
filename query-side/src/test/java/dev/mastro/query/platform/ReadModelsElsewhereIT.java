package dev.mastro.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.ReadModels;
import dev.mastro.eventstore.StoredTokens;
import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a process without projections of its own knows of those that have some. */
class ReadModelsElsewhereIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");

    @Test
    void a_process_that_projects_nothing_waits_for_those_that_do() {
        try (QuerySide querySide = QuerySide.start()) {
            ReadModels elsewhere = querySide.named("storedReadModels", ReadModels.class);
            assertThat(querySide.bean(ReadModels.class)).isInstanceOf(ProjectionsCaughtUp.class);

            querySide.record(new Story(1).opened(MARCH_1));
            long head = querySide.head();

            assertThat(elsewhere.await(head, Duration.ofSeconds(30))).isTrue();
            assertThat(querySide.bean(StoredTokens.class).all())
                    .isNotEmpty()
                    .allMatch(reader -> reader.position() >= head);
            assertThat(elsewhere.await(head + 1, Duration.ofMillis(60))).isFalse();
        }
    }
}
