-- The first answer to every command that had an idempotency key; written with its events.
CREATE TABLE idempotent_answer (
    account_id uuid        NOT NULL,
    key        text        NOT NULL,
    body_hash  text        NOT NULL,
    status     integer     NOT NULL,
    body       text        NOT NULL,
    stored_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotent_answer_pk PRIMARY KEY (account_id, key)
);

-- What has a name of its own, and whose it is; written with the events that name it.
CREATE TABLE ledger_lookup (
    kind       text NOT NULL,
    key        text NOT NULL,
    account_id uuid NOT NULL,
    value      text NOT NULL,
    CONSTRAINT ledger_lookup_pk PRIMARY KEY (kind, key)
);

COMMENT ON COLUMN ledger_lookup.value IS
    'the id behind the key; for a payment, its amount';

-- Numbers by which people know accounts: unique, not gapless.
CREATE SEQUENCE account_number START WITH 10000001;
