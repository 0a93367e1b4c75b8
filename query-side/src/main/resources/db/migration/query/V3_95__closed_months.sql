-- Months for which the books are closed, each with all months before it. What is recorded later
-- keeps its service date and is posted on the first open day (billing.md 5.2).
CREATE TABLE closed_month (
    position  bigint      NOT NULL,
    month     date        NOT NULL,
    open_from date        NOT NULL,
    closed_at timestamptz NOT NULL,
    closed_by text        NOT NULL,
    CONSTRAINT closed_month_pk PRIMARY KEY (position),
    CONSTRAINT closed_month_key UNIQUE (month),
    CONSTRAINT closed_month_opens_the_next CHECK (open_from = month + interval '1 month')
);

-- The first day that was open when the fact at this position was recorded; null while none was
-- closed.
CREATE FUNCTION books_open_from(recorded_position bigint)
    RETURNS date
    LANGUAGE sql STABLE
    RETURN (SELECT max(open_from) FROM closed_month WHERE position < recorded_position);

-- The first open day for what counts from a day that was closed; null where it was open.
CREATE FUNCTION books_postponed(on_day date, recorded_position bigint)
    RETURNS date
    LANGUAGE sql STABLE
    RETURN (SELECT max(open_from) FROM closed_month
             WHERE position < recorded_position AND open_from > on_day);

ALTER TABLE journal_posting ADD COLUMN posted_on date;

UPDATE journal_posting SET posted_on = service_date;

ALTER TABLE journal_posting
    ALTER COLUMN posted_on SET NOT NULL,
    ADD CONSTRAINT journal_posting_posted_no_earlier CHECK (posted_on >= service_date);

DROP INDEX journal_posting_entry_idx;
DROP INDEX journal_posting_account_idx;

CREATE INDEX journal_posting_entry_idx ON journal_posting (posted_on, position)
    WHERE line = 1;
CREATE INDEX journal_posting_account_idx ON journal_posting (account_id, posted_on, position)
    WHERE line = 1;

-- A line that is opened or closed late earns, or stops to earn, in the books from that day on.
ALTER TABLE revenue_line
    ADD COLUMN posted_from        date,
    ADD COLUMN closed_position    bigint,
    ADD COLUMN closed_posted_from date;

DROP FUNCTION revenue_earned(revenue_line, date, date);

-- What of a line the books have earned when the day begins; nothing before the day from which the
-- row counts, and nothing changed in months that were closed.
CREATE FUNCTION revenue_earned(line revenue_line, closed_on date, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN on_day < greatest(line.counts_from, line.posted_from) THEN 0
        WHEN closed_on <= on_day AND coalesce(line.closed_posted_from <= on_day, true)
            THEN line.net_minor - line.closed_remaining_minor
        ELSE line.net_minor - revenue_remaining(line, on_day)
    END;
