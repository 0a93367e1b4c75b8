package dev.mastro.query.journal;

import static dev.mastro.query.platform.ColumnType.BIGINT;
import static dev.mastro.query.platform.ColumnType.BOOLEAN;
import static dev.mastro.query.platform.ColumnType.DATE;
import static dev.mastro.query.platform.ColumnType.INTEGER;
import static dev.mastro.query.platform.ColumnType.TEXT;
import static dev.mastro.query.platform.ColumnType.TIMESTAMP;
import static dev.mastro.query.platform.ColumnType.UUID;

import dev.mastro.query.platform.RecordedEvent;
import dev.mastro.query.platform.Rows;
import dev.mastro.query.platform.TableColumns;
import dev.mastro.query.platform.TableWriter;
import dev.mastro.shared.invoice.InvoiceVoided;
import dev.mastro.shared.subscription.ClosedLine;
import dev.mastro.shared.subscription.LineReduced;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code revenue_line}: opened, reduced, closed at most once. */
final class RevenueTable {

    private static final TableColumns<Opened> COLUMNS =
            TableColumns.<Opened>of("revenue_line")
                    .with("invoice_id", UUID, row -> row.line().invoiceId().value())
                    .with("line_number", INTEGER, row -> row.line().lineNumber())
                    .with("position", BIGINT, row -> row.recorded().position())
                    .with("account_id", UUID, row -> row.line().accountId().value())
                    .with("product", TEXT, row -> row.line().product())
                    .with("ledger_code", TEXT, row -> row.line().revenueAccount().code())
                    .with("currency", TEXT, row -> row.line().net().getCurrencyUnit().getCode())
                    .with("net_minor", BIGINT, row -> row.line().net().getAmountMinorLong())
                    .with("period_start", DATE, Opened::start)
                    .with("period_end", DATE, row -> row.line().period().end())
                    .with("recorded_at", TIMESTAMP, row -> row.recorded().recordedAt())
                    .with("units_per_day", BIGINT, row -> row.line().unitsPerDay())
                    .with("units", BIGINT, row -> row.line().units())
                    .with("half_even", BOOLEAN, row -> row.line().halfEven())
                    .with("counts_from", DATE, Opened::start)
                    .with("posted_from", DATE, Opened::postedFrom);

    private static final String CLOSE =
            """
            UPDATE revenue_line AS line
               SET closed_on = closing.closed_on,
                   closed_recorded_at = closing.recorded_at,
                   closed_remaining_minor = closing.remaining,
                   closed_position = closing.position,
                   closed_posted_from = books_postponed(closing.closed_on, closing.position)
              FROM unnest(?::uuid[], ?::integer[], ?::date[], ?::timestamptz[], ?::bigint[],
                          ?::bigint[])
                   AS closing (invoice_id, line_number, closed_on, recorded_at, remaining,
                               position)
             WHERE line.invoice_id = closing.invoice_id
               AND line.line_number = closing.line_number
               AND line.closed_on IS NULL
            """;

    private static final String TAKE_BACK =
            """
            UPDATE revenue_line AS line
               SET closed_on = voided.voided_on,
                   closed_recorded_at = voided.recorded_at,
                   closed_remaining_minor = line.net_minor,
                   closed_position = voided.position,
                   closed_posted_from = books_postponed(voided.voided_on, voided.position)
              FROM unnest(?::uuid[], ?::date[], ?::timestamptz[], ?::bigint[])
                   AS voided (invoice_id, voided_on, recorded_at, position)
             WHERE line.invoice_id = voided.invoice_id
               AND line.closed_on IS NULL
            """;

    /** A line that still earns counts for all of its price until the day, and then for the rest. */
    private static final String REDUCE =
            """
            WITH before AS (
                UPDATE revenue_line
                   SET closed_on = :on,
                       closed_recorded_at = :recordedAt,
                       closed_remaining_minor = net_minor,
                       closed_position = :position,
                       closed_posted_from = books_postponed(:on, :position)
                 WHERE invoice_id = :invoice
                   AND line_number = :line
                   AND closed_on IS NULL
                RETURNING *
            ), after AS (
                INSERT INTO revenue_line (invoice_id, line_number, position, account_id, product,
                                          ledger_code, currency, net_minor, period_start,
                                          period_end, recorded_at, units_per_day, units,
                                          half_even, counts_from, posted_from)
                SELECT invoice_id, line_number, :position, account_id, product, ledger_code,
                       currency, net_minor - :minor, period_start, period_end, :recordedAt,
                       units_per_day, units, half_even, :on, books_postponed(:on, :position)
                  FROM before
                 WHERE net_minor > :minor
            )
            SELECT count(*) FROM before
            """;

    /** A line that was closed has earned what it has; that much of it is taken back. */
    private static final String REDUCE_CLOSED =
            """
            INSERT INTO revenue_line (invoice_id, line_number, position, account_id, product,
                                      ledger_code, currency, net_minor, period_start, period_end,
                                      recorded_at, counts_from, posted_from, closed_on,
                                      closed_recorded_at, closed_remaining_minor, closed_position,
                                      closed_posted_from)
            SELECT invoice_id, line_number, :position, account_id, product, ledger_code, currency,
                   -:minor::bigint, period_start, period_end, :recordedAt, :on,
                   books_postponed(:on, :position), :on, :recordedAt, 0, :position,
                   books_postponed(:on, :position)
              FROM revenue_line
             WHERE invoice_id = :invoice
               AND line_number = :line
             ORDER BY position
             LIMIT 1
            """;

    private final JdbcClient jdbc;
    private final TableWriter writer;

    RevenueTable(JdbcClient jdbc, TableWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    record Opened(RecordedEvent recorded, RevenueLine line, ClosedBooks closed) {

        LocalDate start() {
            return line.period().start();
        }

        @Nullable LocalDate postedFrom() {
            return closed.postponed(start(), recorded.position());
        }
    }

    record Closed(RecordedEvent recorded, ClosedLine line) {

        /** A free product has no line of revenue, so nothing is there to close. */
        boolean givesBack() {
            return line.remainingNet().isPositive();
        }
    }

    record Voided(RecordedEvent recorded, InvoiceVoided invoice) {}

    void open(List<Opened> lines) {
        writer.insert(COLUMNS, lines);
    }

    void close(List<Closed> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Rows<Closed> table = new Rows<>(lines);
        int touched =
                jdbc.sql(CLOSE)
                        .param(1, table.column(row -> row.line().invoiceId()))
                        .param(2, table.column(row -> row.line().lineNumber()))
                        .param(3, table.column(row -> row.line().closedOn()))
                        .param(4, table.column(row -> row.recorded().recordedAt()))
                        .param(
                                5,
                                table.column(row -> row.line().remainingNet().getAmountMinorLong()))
                        .param(6, table.column(row -> row.recorded().position()))
                        .update();
        long expected = lines.stream().filter(Closed::givesBack).count();
        if (touched < expected) {
            throw new IllegalStateException(
                    "revenue_line: expected to close %s lines, found %s open"
                            .formatted(expected, touched));
        }
    }

    void takeBack(List<Voided> invoices) {
        if (invoices.isEmpty()) {
            return;
        }
        Rows<Voided> table = new Rows<>(invoices);
        jdbc.sql(TAKE_BACK)
                .param(1, table.column(row -> row.invoice().invoiceId()))
                .param(2, table.column(row -> row.invoice().effectiveOn()))
                .param(3, table.column(row -> row.recorded().recordedAt()))
                .param(4, table.column(row -> row.recorded().position()))
                .update();
    }

    void reduce(RecordedEvent recorded, LineReduced reduced) {
        if (reduced.net().isZero()) {
            return;
        }
        if (reduction(REDUCE, recorded, reduced).query(Long.class).single() > 0) {
            return;
        }
        if (reduction(REDUCE_CLOSED, recorded, reduced).update() != 1) {
            throw new IllegalStateException("revenue_line: nothing to reduce by " + reduced);
        }
    }

    private JdbcClient.StatementSpec reduction(
            String sql, RecordedEvent recorded, LineReduced reduced) {
        return jdbc.sql(sql)
                .param("invoice", reduced.invoiceId().value())
                .param("line", reduced.lineNumber())
                .param("position", recorded.position())
                .param("minor", reduced.net().getAmountMinorLong())
                .param("on", reduced.effectiveOn())
                .param("recordedAt", recorded.recordedAt().atOffset(ZoneOffset.UTC));
    }
}
