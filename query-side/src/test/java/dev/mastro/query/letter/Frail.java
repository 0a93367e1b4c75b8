package dev.mastro.query.letter;

import dev.mastro.query.Story;
import dev.mastro.query.platform.Projection;
import dev.mastro.query.platform.ReadTable;
import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.shared.account.AccountOpened;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps every position, unless account 1 is opened and it is told to fail. */
final class Frail implements Projection {

    private final AtomicReference<Failure> failure = new AtomicReference<>(Failure.NONE);
    private final AtomicInteger failures = new AtomicInteger();
    private final JdbcClient jdbc;

    private Frail(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS frail (position bigint PRIMARY KEY)").update();
    }

    /** How it fails, always after it has written. */
    enum Failure {
        NONE,
        IN_JAVA,
        IN_SQL,
        FOR_A_WHILE
    }

    /** Adds the projection to those of the query side. */
    static class Added {

        @Bean
        Frail frail(JdbcClient jdbc) {
            return new Frail(jdbc);
        }
    }

    void failsWith(Failure kind) {
        failure.set(kind);
    }

    int failures() {
        return failures.get();
    }

    @Override
    public String name() {
        return "frail";
    }

    @Override
    public boolean reads(Class<?> eventType) {
        return true;
    }

    @Override
    public void project(List<RecordedEvent> events) {
        jdbc.sql("INSERT INTO frail SELECT unnest(?::bigint[])")
                .param(1, new Rows<>(events).column(RecordedEvent::position))
                .update();
        if (events.stream()
                .anyMatch(one ->
                        one.event() instanceof AccountOpened opened
                                && opened.accountId().equals(new Story(1).account()))) {
            fail();
        }
    }

    private void fail() {
        Failure kind = failure.get();
        if (kind != Failure.NONE) {
            failures.incrementAndGet();
        }
        switch (kind) {
            case NONE -> {}
            case IN_JAVA -> throw new IllegalStateException("never seen such an account");
            case IN_SQL -> jdbc.sql("SELECT 1 / 0").query(row -> {});
            case FOR_A_WHILE -> throw new QueryTimeoutException("the database is busy");
        }
    }

    @Override
    public List<ReadTable> tables() {
        return List.of(ReadTable.of("frail"));
    }
}
