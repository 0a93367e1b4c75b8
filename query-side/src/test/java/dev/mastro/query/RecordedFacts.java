package dev.mastro.query;

import dev.mastro.postgres.Database;
import dev.mastro.postgres.EmbeddedPostgres;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadMoment;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An empty database with the tables of the query side, and a log that counts positions. */
public final class RecordedFacts {

    private final DataSource dataSource;
    private final List<RecordedEvent> log = new ArrayList<>();

    public RecordedFacts() {
        Database database = EmbeddedPostgres.shared().freshDatabase();
        dataSource =
                new SingleConnectionDataSource(
                        database.url(), database.user(), database.password(), true);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/query")
                .load()
                .migrate();
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    public TableWriter writer() {
        return new TableWriter(new JdbcTemplate(dataSource));
    }

    /** One moment of the tables of a projection. */
    public ReadMoment moment(Projection projection) {
        return new ReadMoment(jdbc(), new JdbcTransactionManager(dataSource), List.of(projection));
    }

    /** Noon of the service date, unless told otherwise. */
    public RecordedEvent record(LedgerEvent event) {
        return record(event, Instant.parse(event.effectiveOn() + "T12:00:00Z"));
    }

    public RecordedEvent record(LedgerEvent event, Instant recordedAt) {
        int position = log.size() + 1;
        RecordedEvent recorded =
                RecordedEvent.of(
                        new GenericDomainEventMessage<>(
                                "Account",
                                event.accountId().toString(),
                                position - 1,
                                event,
                                Map.of("actor", "owner:demo", "commandId", "c-" + position),
                                "event-" + position,
                                recordedAt),
                        position);
        log.add(recorded);
        return recorded;
    }

    public void record(Projection projection, LedgerEvent event) {
        projection.project(List.of(record(event)));
    }

    /** Nothing has happened yet. */
    public void startOver(Projection projection) {
        log.clear();
        empty(projection);
    }

    private void empty(Projection projection) {
        for (ReadTable table : projection.tables()) {
            jdbc().sql("TRUNCATE " + table.name()).update();
        }
    }

    /** What a rebuild does: everything again, in batches of this size. */
    public void replay(Projection projection, int batch) {
        empty(projection);
        for (int from = 0; from < log.size(); from += batch) {
            projection.project(
                    log.subList(from, Math.min(from + batch, log.size())).stream()
                            .filter(one -> projection.reads(one.event().getClass()))
                            .toList());
        }
    }

    /** All rows of a table, to compare. */
    public String content(String table, String order) {
        return jdbc().sql("SELECT * FROM " + table + " ORDER BY " + order)
                .query()
                .listOfRows()
                .toString();
    }
}
