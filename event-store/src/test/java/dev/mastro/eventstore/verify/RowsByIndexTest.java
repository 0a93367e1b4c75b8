package dev.mastro.eventstore.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.verify.RowsByIndex.Range;
import org.junit.jupiter.api.Test;

class RowsByIndexTest {

    private static final long[] INDEXES = {5, 7, 6, 9_000, 8, 3};

    @Test
    void what_came_late_is_a_range_of_its_own() {
        assertThat(new RowsByIndex(INDEXES, INDEXES.length).ranges())
                .containsExactly(new Range(3, 8), new Range(9_000, 9_000));
        assertThat(new RowsByIndex(INDEXES, 0).ranges()).isEmpty();
    }

    @Test
    void rows_are_found_in_whatever_order_they_come() {
        RowsByIndex rows = new RowsByIndex(INDEXES, INDEXES.length);

        assertThat(rows.row(3)).isEqualTo(5);
        assertThat(rows.row(4)).isEqualTo(RowsByIndex.NONE);
        assertThat(rows.row(5)).isZero();
        assertThat(rows.row(9_000)).isEqualTo(3);
        assertThat(rows.row(6)).isEqualTo(2);
        assertThat(rows.row(10_000)).isEqualTo(RowsByIndex.NONE);
    }
}
