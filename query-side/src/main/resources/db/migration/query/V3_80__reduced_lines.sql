-- A line may be given back in part while its service goes on: from that day on another row counts for
-- the rest of it. A line that was closed before is reduced by a row of its own, below zero.
ALTER TABLE revenue_line
    DROP CONSTRAINT revenue_line_pk,
    DROP CONSTRAINT revenue_line_position_key,
    DROP CONSTRAINT revenue_line_charges,
    DROP CONSTRAINT revenue_line_gives_back_no_more,
    ADD COLUMN counts_from date;

UPDATE revenue_line SET counts_from = period_start;

ALTER TABLE revenue_line
    ALTER COLUMN counts_from SET NOT NULL,
    ADD CONSTRAINT revenue_line_pk PRIMARY KEY (position),
    ADD CONSTRAINT revenue_line_moves_something CHECK (net_minor <> 0),
    ADD CONSTRAINT revenue_line_gives_back_no_more
        CHECK (closed_remaining_minor BETWEEN 0 AND greatest(net_minor, 0)),
    ADD CONSTRAINT revenue_line_below_zero_is_closed CHECK (net_minor > 0 OR closed_on IS NOT NULL);

CREATE INDEX revenue_line_invoice_idx ON revenue_line (invoice_id, line_number);
CREATE UNIQUE INDEX revenue_line_open_key ON revenue_line (invoice_id, line_number)
    WHERE closed_on IS NULL;

DROP FUNCTION revenue_earned(revenue_line, date, date);

-- What of a line was earned when the day begins; nothing before the day from which the row counts.
CREATE FUNCTION revenue_earned(line revenue_line, closed_on date, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN on_day < line.counts_from THEN 0
        WHEN closed_on <= on_day THEN line.net_minor - line.closed_remaining_minor
        ELSE line.net_minor - revenue_remaining(line, on_day)
    END;
