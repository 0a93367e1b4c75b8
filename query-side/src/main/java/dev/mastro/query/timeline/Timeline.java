package dev.mastro.query.timeline;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.PageRequest;
import dev.mastro.query.platform.UnknownSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the facts of one account in the order in which they were recorded. */
@Component
class Timeline {

    private static final String ITEMS =
            """
            SELECT position, event_type, subject_id, sequence, recorded_at, effective_on, words,
                   amounts, actor, on_behalf_of, channel, reason, command_id
              FROM timeline_item
             WHERE account_id = :account
               AND position > :after
               AND recorded_at <= :recordedUntil::timestamptz
               AND effective_on <= :effectiveUntil::date
             ORDER BY position
             LIMIT :fetch
            """;

    private static final String KNOWN =
            """
            SELECT EXISTS (SELECT 1 FROM timeline_item WHERE account_id = :account)
            """;

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<TimelineItem> of(UUID account, TimelineEnd until, PageRequest page) {
        List<Page.Place<TimelineItem>> found =
                jdbc
                        .sql(ITEMS)
                        .param("account", account)
                        .param("after", page.after())
                        .param("recordedUntil", until.recorded())
                        .param("effectiveUntil", until.effective())
                        .param("fetch", page.fetch())
                        .query((row, _) -> item(row))
                        .list()
                        .stream()
                        .map(item -> new Page.Place<>(item.position(), item))
                        .toList();
        if (found.isEmpty() && !known(account)) {
            throw UnknownSubject.of("account", account);
        }
        return Page.of(found, page);
    }

    private boolean known(UUID account) {
        return jdbc.sql(KNOWN).param("account", account).query(Boolean.class).single();
    }

    private TimelineItem item(ResultSet row) throws SQLException {
        return new TimelineItem(
                row.getLong("position"),
                row.getString("event_type"),
                row.getObject("subject_id", UUID.class),
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("effective_on", LocalDate.class),
                row.getString("words"),
                row.getString("amounts"),
                new TimelineItem.Cause(
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("channel"),
                        row.getString("reason"),
                        row.getString("command_id")));
    }
}
