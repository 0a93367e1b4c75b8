-- What falls due and when: an index over the log, which can be made again from it.
CREATE TABLE due_item (
    kind          text        NOT NULL,
    subject       text        NOT NULL,
    account_id    uuid        NOT NULL,
    due_on        date        NOT NULL,
    due_at        timestamptz NOT NULL,
    amount        text,
    claimed_by    text,
    claimed_until timestamptz,
    attempts      integer     NOT NULL DEFAULT 0,
    failed_in     bigint,
    error         text,
    CONSTRAINT due_item_pk PRIMARY KEY (kind, subject)
) WITH (fillfactor = 70);

CREATE INDEX due_item_due_at_idx ON due_item (due_at);
CREATE INDEX due_item_account_idx ON due_item (account_id);
CREATE INDEX due_item_failed_in_idx ON due_item (failed_in) WHERE failed_in IS NOT NULL;

COMMENT ON COLUMN due_item.claimed_until IS
    'a lease in real time: when its holder died, somebody else takes the item after it';
COMMENT ON COLUMN due_item.failed_in IS
    'the billing run that failed on it and does not try again; the next one does';

CREATE TABLE billing_run (
    id          bigint      GENERATED ALWAYS AS IDENTITY,
    through     timestamptz NOT NULL,
    started_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    due         bigint      NOT NULL DEFAULT 0,
    done        bigint      NOT NULL DEFAULT 0,
    failed      bigint      NOT NULL DEFAULT 0,
    error       text,
    CONSTRAINT billing_run_pk PRIMARY KEY (id)
);

-- The embedded card gateway stands for the outside world: nothing else reads its tables.
CREATE TABLE gateway_charge (
    charge_key   text   NOT NULL,
    account_id   uuid   NOT NULL,
    token        text   NOT NULL,
    amount_minor bigint NOT NULL,
    currency     text   NOT NULL,
    status       text   NOT NULL,
    reference    text   NOT NULL,
    code         text,
    CONSTRAINT gateway_charge_pk PRIMARY KEY (charge_key),
    CONSTRAINT gateway_charge_reference_key UNIQUE (reference),
    CONSTRAINT gateway_charge_status_check
        CHECK (status IN ('AUTHORISED', 'CAPTURED', 'RELEASED', 'DECLINED', 'PENDING'))
) WITH (fillfactor = 80);

CREATE INDEX gateway_charge_declined_idx ON gateway_charge (account_id, token)
    WHERE status = 'DECLINED';

CREATE TABLE gateway_payout (
    payout_key   text   NOT NULL,
    amount_minor bigint NOT NULL,
    currency     text   NOT NULL,
    CONSTRAINT gateway_payout_pk PRIMARY KEY (payout_key)
);

-- db-scheduler's own table, as its version 16.12 wants it.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    CONSTRAINT scheduled_tasks_pk PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time_idx ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
