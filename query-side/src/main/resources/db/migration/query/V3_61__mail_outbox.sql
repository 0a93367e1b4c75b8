-- Mails to customers and what became of them, one row for each cause: no read model, because what was
-- sent cannot be taken back by reading the log again. It has neither names nor addresses.
CREATE TABLE mail_outbox (
    event_id    uuid        NOT NULL,
    account_id  uuid        NOT NULL,
    occasion    text        NOT NULL,
    cause       text        NOT NULL,
    stream      text        NOT NULL,
    sequence    bigint      NOT NULL,
    position    bigint      NOT NULL,
    state       text        NOT NULL DEFAULT 'WAITING',
    attempts    integer     NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at     timestamptz,
    failure     text,
    CONSTRAINT mail_outbox_pk PRIMARY KEY (event_id),
    CONSTRAINT mail_outbox_cause_key UNIQUE (account_id, cause),
    CONSTRAINT mail_outbox_state CHECK (state IN ('WAITING', 'SENT', 'NOT_NEEDED', 'FAILED'))
);

CREATE INDEX mail_outbox_due_idx ON mail_outbox (next_try_at, position) WHERE state = 'WAITING';
CREATE INDEX mail_outbox_account_idx ON mail_outbox (account_id, position);
