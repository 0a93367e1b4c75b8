package dev.mastro.query.journal;

import dev.mastro.query.platform.Parameters;
import java.time.LocalDate;

/** The place of an entry in the journal: by date, revenue first, then as recorded. */
record JournalCursor(LocalDate date, int rank, long position) {

    private static final int PARTS = 3;

    /** Before every entry there is. */
    static final JournalCursor START = new JournalCursor(LocalDate.of(1, 1, 1), -1, -1);

    static JournalCursor at(JournalItem item) {
        return new JournalCursor(item.date(), item.derived() ? 0 : 1, item.position());
    }

    static JournalCursor parse(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a cursor: " + text);
        }
        return new JournalCursor(
                dateOf(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    }

    private static LocalDate dateOf(String text) {
        LocalDate date = Parameters.date("after", text);
        return date == null ? START.date() : date;
    }

    @Override
    public String toString() {
        return date + "_" + rank + "_" + position;
    }
}
