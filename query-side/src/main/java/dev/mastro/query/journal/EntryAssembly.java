package dev.mastro.query.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the rows of one entry, which come one after the other, together again. */
final class EntryAssembly {

    private final Consumer<JournalItem> sink;
    private @Nullable JournalItem current;
    private final List<JournalItem.Line> lines = new ArrayList<>();

    EntryAssembly(Consumer<JournalItem> sink) {
        this.sink = sink;
    }

    void add(ResultSet row) throws SQLException {
        boolean derived = row.getInt("rank") == 0;
        long position = row.getLong("position");
        if (current == null || current.position() != position || current.derived() != derived) {
            finish();
            current = begin(row, derived, position);
        }
        lines.add(Journal.line(row));
    }

    void finish() {
        JournalItem complete = current;
        if (complete == null) {
            return;
        }
        sink.accept(
                new JournalItem(
                        complete.date(),
                        complete.serviceDate(),
                        complete.event(),
                        complete.derived(),
                        complete.position(),
                        complete.recordedAt(),
                        complete.accountId(),
                        complete.document(),
                        List.copyOf(lines)));
        lines.clear();
        current = null;
    }

    private static JournalItem begin(ResultSet row, boolean derived, long position)
            throws SQLException {
        return new JournalItem(
                row.getObject("dated", LocalDate.class),
                row.getObject("service_date", LocalDate.class),
                row.getString("event_type"),
                derived,
                position,
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("account_id"),
                row.getString("document"),
                List.of());
    }
}
