-- A rebuild fills tables beside the live ones and puts them in their place. So nothing may hang on a
-- table of a projection itself: functions find it by its name when they are called, and take a row of
-- any table that has the columns.
CREATE OR REPLACE FUNCTION books_open_from(recorded_position bigint)
    RETURNS date
    LANGUAGE sql STABLE
    AS $$
        SELECT max(open_from) FROM closed_month WHERE position < recorded_position
    $$;

CREATE OR REPLACE FUNCTION books_postponed(on_day date, recorded_position bigint)
    RETURNS date
    LANGUAGE sql STABLE
    AS $$
        SELECT max(open_from) FROM closed_month
         WHERE position < recorded_position AND open_from > on_day
    $$;

DROP FUNCTION revenue_earned(revenue_line, date, date);
DROP FUNCTION revenue_remaining(revenue_line, date);

-- What of a line of revenue belongs to the day and after (billing.md C6).
-- The same figure as ActiveLine.deferredOn.
CREATE FUNCTION revenue_remaining(line anyelement, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT CASE
            WHEN on_day >= line.period_end THEN 0
            WHEN on_day <= line.period_start THEN line.net_minor
            ELSE revenue_share(
                line.net_minor,
                least((line.period_end - on_day) * line.units_per_day,
                      coalesce(line.units, line.period_end - line.period_start)),
                coalesce(line.units, line.period_end - line.period_start),
                line.half_even)
        END
    $$;

-- What of a line of revenue the books have earned when the day begins; nothing before the day from
-- which the row counts, and nothing changed in months that were closed.
CREATE FUNCTION revenue_earned(line anyelement, closed_on date, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
        SELECT CASE
            WHEN on_day < greatest(line.counts_from, line.posted_from) THEN 0
            WHEN revenue_earned.closed_on <= on_day
                 AND coalesce(line.closed_posted_from <= on_day, true)
                THEN line.net_minor - line.closed_remaining_minor
            ELSE line.net_minor - revenue_remaining(line, on_day)
        END
    $$;

DROP VIEW document_number;

-- Every number that a document was given, for the audit: its series, and its place there. The series
-- of an account is one for each kind of document, whatever prefix its numbers had over time.
CREATE FUNCTION document_numbers()
    RETURNS TABLE (series text, place bigint)
    LANGUAGE sql STABLE
    AS $$
        WITH numbered AS (
            SELECT 'invoices' AS kind, account_id, number
              FROM invoices
             UNION ALL
            SELECT 'credit notes', account_id, note ->> 'number'
              FROM invoices
             CROSS JOIN LATERAL jsonb_array_elements(state -> 'creditNotes') AS note
        )
        SELECT CASE WHEN strpos('-' || numbered.number, '-' || accounts.number || '-') > 0
                    THEN kind || ' of account ' || accounts.number
                    ELSE kind || ' ' || regexp_replace(numbered.number, '-[0-9]+$', '')
               END,
               substring(numbered.number FROM '[0-9]+$')::bigint
          FROM numbered
          JOIN accounts ON accounts.id = account_id
    $$;

-- The last rebuild of each projection. A run is what a process does; whoever takes the rebuild over
-- from a process that died begins another run.
CREATE TABLE projection_rebuild (
    projection   text        NOT NULL,
    state        text        NOT NULL DEFAULT 'REQUESTED',
    run          bigint      NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at   timestamptz,
    finished_at  timestamptz,
    position     bigint      NOT NULL DEFAULT 0,
    until        bigint      NOT NULL DEFAULT 0,
    failure      text,
    CONSTRAINT projection_rebuild_pk PRIMARY KEY (projection),
    CONSTRAINT projection_rebuild_state
        CHECK (state IN ('REQUESTED', 'RUNNING', 'FINISHED', 'FAILED'))
);

-- What the last rebuild of a projection found in its live tables, table by table.
CREATE TABLE projection_comparison (
    projection text   NOT NULL,
    table_name text   NOT NULL,
    rebuilt    bigint NOT NULL,
    missing    bigint NOT NULL,
    surplus    bigint NOT NULL,
    changed    bigint NOT NULL,
    CONSTRAINT projection_comparison_pk PRIMARY KEY (projection, table_name)
);

COMMENT ON COLUMN projection_comparison.missing IS 'rows that the log gives and the live table had not';
COMMENT ON COLUMN projection_comparison.surplus IS 'rows that the live table had and the log does not give';

-- The first of the rows that differ: whole, as they were and as they are now.
CREATE TABLE projection_difference (
    projection text   NOT NULL,
    table_name text   NOT NULL,
    place      bigint NOT NULL,
    key        json   NOT NULL,
    live       json,
    rebuilt    json,
    CONSTRAINT projection_difference_pk PRIMARY KEY (projection, table_name, place)
);
