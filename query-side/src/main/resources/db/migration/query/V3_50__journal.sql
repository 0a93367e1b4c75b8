-- The books: one row per posting, debits positive and credits negative. Rows are only ever added;
-- they follow from the log and may be thrown away and written again.
CREATE TABLE journal_posting (
    position     bigint      NOT NULL,
    line         integer     NOT NULL,
    service_date date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    account_id   uuid        NOT NULL,
    ledger_code  text        NOT NULL,
    sub_key      text        NOT NULL,
    currency     text        NOT NULL,
    amount_minor bigint      NOT NULL,
    event_type   text        NOT NULL,
    document     text,
    CONSTRAINT journal_posting_pk PRIMARY KEY (position, line),
    CONSTRAINT journal_posting_moves_something CHECK (amount_minor <> 0),
    CONSTRAINT journal_posting_in_the_chart CHECK (ledger_code ~ '^[1246][0-9]{3}$'),
    CONSTRAINT journal_posting_one_currency CHECK (currency ~ '^[A-Z]{3}$')
);

-- Each entry has a first line: one index row per entry is enough to turn pages.
CREATE INDEX journal_posting_entry_idx ON journal_posting (service_date, position)
    WHERE line = 1;
CREATE INDEX journal_posting_account_idx ON journal_posting (account_id, service_date, position)
    WHERE line = 1;

-- Invoice lines that become revenue day by day (billing.md C6). A closed line keeps what was taken
-- back of it, and when that became known.
CREATE TABLE revenue_line (
    invoice_id             uuid        NOT NULL,
    line_number            integer     NOT NULL,
    position               bigint      NOT NULL,
    account_id             uuid        NOT NULL,
    product                text        NOT NULL,
    ledger_code            text        NOT NULL,
    currency               text        NOT NULL,
    net_minor              bigint      NOT NULL,
    period_start           date        NOT NULL,
    period_end             date        NOT NULL,
    recorded_at            timestamptz NOT NULL,
    closed_on              date,
    closed_recorded_at     timestamptz,
    closed_remaining_minor bigint,
    CONSTRAINT revenue_line_pk PRIMARY KEY (invoice_id, line_number),
    CONSTRAINT revenue_line_position_key UNIQUE (position),
    CONSTRAINT revenue_line_is_revenue CHECK (ledger_code IN ('4000', '4010')),
    CONSTRAINT revenue_line_charges CHECK (net_minor > 0),
    CONSTRAINT revenue_line_has_days CHECK (period_start < period_end),
    CONSTRAINT revenue_line_gives_back_no_more
        CHECK (closed_remaining_minor BETWEEN 0 AND net_minor),
    CONSTRAINT revenue_line_closed_as_a_whole CHECK (
        num_nulls(closed_on, closed_recorded_at, closed_remaining_minor) IN (0, 3))
);

CREATE INDEX revenue_line_account_idx ON revenue_line (account_id);

-- What of a line belongs to the day and after: exact, rounded once, half up (billing.md C6).
-- The same figure as BillingPeriod.remainingOf.
CREATE FUNCTION revenue_remaining(net bigint, period_start date, period_end date, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN on_day >= period_end THEN 0
        WHEN on_day <= period_start THEN net
        ELSE div(2 * net::numeric * (period_end - on_day) + (period_end - period_start),
                 2 * (period_end - period_start))::bigint
    END;

-- What of a line was earned when the day begins.
CREATE FUNCTION revenue_earned(net bigint, period_start date, period_end date,
                               closed_on date, closed_remaining bigint, on_day date)
    RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN net - CASE
        WHEN closed_on <= on_day THEN closed_remaining
        ELSE revenue_remaining(net, period_start, period_end, on_day)
    END;
