package dev.mastro.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mastro.query.QuerySide;
import dev.mastro.query.Story;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RebuildInPartsIT {

    private static final LocalDate MARCH_1 = LocalDate.parse("2025-03-01");
    private static final int ACCOUNTS = 40;

    @Test
    void two_parts_of_a_read_model_are_written_at_the_same_time() {
        try (QuerySide querySide = QuerySide.start(RebuildTakeOverIT.WithGated.class)) {
            for (int n = 1; n <= ACCOUNTS; n++) {
                querySide.record(new Story(n).opened(MARCH_1));
            }
            querySide.caughtUp();
            GatedProjection gated = querySide.bean(GatedProjection.class);
            assertThat(querySide.post("/projections/gated/rebuild").status()).isEqualTo(202);

            await().until(() -> gated.arrivals() >= 2);
            gated.open();

            ReadModelTables tables = new ReadModelTables(querySide);
            assertThat(tables.rebuilt("gated").get("state").asString()).isEqualTo("FINISHED");
            assertThat(tables.rebuilt("gated").get("differing").asLong()).isZero();
        }
    }
}
