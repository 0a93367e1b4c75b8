package dev.mastro.chaos.rows;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the quick checks need, after every fault. */
public final class RowReader {

    private static final String LAST_INDEX =
            "SELECT coalesce(max(global_index), 0) FROM ledger_event";

    private static final String EVENTS =
            """
            SELECT global_index AS index, aggregate_id AS stream, sequence_number AS sequence,
                   payload_type AS type, trail ->> 'idempotencyKey' AS key,
                   trail ->> 'requestId' AS request_id,
                   CASE payload_type WHEN 'PaymentReceived'
                        THEN convert_from(payload, 'UTF8')::jsonb ->> 'reference' END AS reference
              FROM ledger_event
             CROSS JOIN LATERAL (SELECT convert_from(metadata, 'UTF8')::jsonb AS trail) AS read
             WHERE global_index > ?
             ORDER BY global_index
            """;

    private static final String ANSWERS =
            """
            SELECT account_id::text AS account, key, status, body FROM idempotent_answer
             WHERE starts_with(key, ?)
            """;

    private static final String STREAMS =
            """
            SELECT aggregate_id AS stream, min(sequence_number) AS first,
                   max(sequence_number) AS last, count(*) AS events
              FROM ledger_event
             GROUP BY aggregate_id
            """;

    private static final String PLACES =
            """
            SELECT event.global_index AS index, seal.position
              FROM ledger_event AS event
              FULL JOIN ledger_seal AS seal USING (global_index)
             ORDER BY seal.position
            """;

    private static final String POSTED =
            """
            SELECT position, currency, sum(amount_minor) AS sum, count(*) AS lines,
                   max(line) AS last_line
              FROM journal_posting
             GROUP BY position, currency
            """;

    private static final String CASH =
            """
            SELECT seal.position, money.received, coalesce(sum(posting.amount_minor), 0) AS posted
              FROM ledger_event AS event
              JOIN ledger_seal AS seal USING (global_index)
             CROSS JOIN LATERAL (
                   SELECT replace(convert_from(payload, 'UTF8')::jsonb #>> '{amount,amount}',
                                  '.', '')::bigint AS received) AS money
              LEFT JOIN journal_posting AS posting
                     ON posting.position = seal.position AND posting.amount_minor > 0
             WHERE event.payload_type = 'PaymentReceived'
             GROUP BY seal.position, money.received
            """;

    private static final String APPLIED =
            """
            SELECT 'timeline' AS read_model, coalesce(seal.position, item.position) AS position,
                   count(item.position) AS times
              FROM ledger_seal AS seal
              FULL JOIN timeline_item AS item USING (position)
             GROUP BY coalesce(seal.position, item.position), seal.position
            """;

    /** What accounts owe, and what is left of their credit. */
    private static final String BOOKED =
            """
            WITH kept AS (
                SELECT 'accounts' AS read_model, id AS account,
                       open #>> '{outstanding,amount}' AS amount
                  FROM accounts
                 CROSS JOIN jsonb_array_elements(state #> '{receivables,open}') AS open
                 UNION ALL
                SELECT 'credits', account_id, state #>> '{left,amount}' FROM credits
            ), cents AS (
                SELECT read_model, account, replace(amount, '.', '')::bigint AS shown, 0 AS booked
                  FROM kept
                 UNION ALL
                SELECT 'accounts', account_id, 0, amount_minor
                  FROM journal_posting WHERE ledger_code = '1100'
                 UNION ALL
                SELECT 'credits', account_id, 0, -amount_minor
                  FROM journal_posting WHERE ledger_code IN ('2100', '2110')
            )
            SELECT read_model, account::text, sum(shown) AS shown, sum(booked) AS booked
              FROM cents
             GROUP BY read_model, account
            """;

    private static final String SERIES =
            """
            WITH numbered AS (
                SELECT convert_from(payload, 'UTF8')::jsonb AS event FROM ledger_event
                 WHERE payload_type IN ('InvoiceNumberAssigned', 'CreditNoteNumberAssigned')
            ), places AS (
                SELECT event ->> 'series' AS series,
                       substring(event ->> 'number' FROM '[0-9]+$')::bigint AS place
                  FROM numbered
                 WHERE event ->> 'series' IS NOT NULL
            )
            SELECT name AS series, last,
                   (SELECT count(*) FROM places WHERE series = name AND place <= last) AS documents,
                   (SELECT count(DISTINCT place) FROM places WHERE series = name) AS numbers
              FROM (SELECT format('%s-%s-%s', prefix, upper(seller), year) AS name, last
                      FROM number_series) AS one
            """;

    private static final String STUCK =
            """
            SELECT 'dead letter' AS what, dead_letter_id AS which FROM dead_letter_entry
            UNION ALL
            SELECT 'due item claimed and left', kind || ' ' || subject FROM due_item
             WHERE claimed_until < clock_timestamp() - interval '60 s'
            UNION ALL
            SELECT 'due item failed', kind || ' ' || subject || ': ' || error FROM due_item
             WHERE failed_in IS NOT NULL
            UNION ALL
            SELECT 'transaction left open', coalesce(application_name, '') || ' ' || query
              FROM pg_stat_activity
             WHERE datname = current_database() AND xact_start < now() - interval '60 s'
               AND pid <> pg_backend_pid() AND backend_type = 'client backend'
            """;

    private final JdbcClient database;

    /** Reads from here. */
    public RowReader(JdbcClient database) {
        this.database = database;
    }

    /** The newest event there is: what comes after it belongs to the run that begins now. */
    public long lastIndex() {
        return database.sql(LAST_INDEX).query(Long.class).single();
    }

    /** What is there of a run, whose keys begin with its name. */
    public Rows read(String run, long after) {
        return new Rows(
                Select.list(database, EventRow.class, EVENTS, after),
                Select.list(database, AnswerRow.class, ANSWERS, run),
                Select.list(database, StreamRow.class, STREAMS),
                Select.list(database, PlaceRow.class, PLACES),
                Select.list(database, PostedRow.class, POSTED),
                Select.list(database, CashRow.class, CASH),
                Select.list(database, AppliedRow.class, APPLIED),
                Select.list(database, BookedRow.class, BOOKED),
                Select.list(database, SeriesRow.class, SERIES),
                Select.list(database, StuckRow.class, STUCK));
    }
}
