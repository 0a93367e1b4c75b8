-- The log: every fact in the order in which it was recorded. Rows are only ever added.
CREATE TABLE ledger_event (
    global_index     bigint      GENERATED ALWAYS AS IDENTITY,
    aggregate_type   text        NOT NULL,
    aggregate_id     text        NOT NULL,
    sequence_number  bigint      NOT NULL,
    event_id         uuid        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    recorded_at_text text        NOT NULL,
    payload_type     text        NOT NULL,
    revision         text        NOT NULL,
    payload          bytea       NOT NULL,
    metadata         bytea       NOT NULL,
    CONSTRAINT ledger_event_pk PRIMARY KEY (global_index),
    CONSTRAINT ledger_event_stream_key UNIQUE (aggregate_id, sequence_number),
    CONSTRAINT ledger_event_event_id_key UNIQUE (event_id)
);

-- Rows arrive in time order, so a block range index answers "from when" at next to no cost.
CREATE INDEX ledger_event_recorded_at_idx ON ledger_event USING brin (recorded_at);

COMMENT ON COLUMN ledger_event.recorded_at_text IS
    'the exact instant as it was recorded; recorded_at is the same one cut to microseconds';

CREATE FUNCTION ledger_event_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'ledger_event only grows: % refused', TG_OP
        USING ERRCODE = 'ML001',
              HINT = 'Correct a fact by recording another one.';
END
$$;

CREATE TRIGGER ledger_event_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_refuse_change();

-- Also in a session that has switched ordinary triggers off.
ALTER TABLE ledger_event ENABLE ALWAYS TRIGGER ledger_event_only_grows;

-- Snapshots are a cache: never authoritative, may be deleted at any time.
CREATE TABLE snapshot_event (
    aggregate_type   text   NOT NULL,
    aggregate_id     text   NOT NULL,
    sequence_number  bigint NOT NULL,
    event_id         text   NOT NULL,
    recorded_at_text text   NOT NULL,
    payload_type     text   NOT NULL,
    revision         text,
    payload          bytea  NOT NULL,
    metadata         bytea  NOT NULL,
    CONSTRAINT snapshot_event_pk PRIMARY KEY (aggregate_id, sequence_number),
    CONSTRAINT snapshot_event_event_id_key UNIQUE (event_id)
);

-- How far each segment of each event processor has read, and who is reading it.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    claimed_at     text,
    owner          text,
    CONSTRAINT token_entry_pk PRIMARY KEY (processor_name, segment)
);

-- Events that a projection could not handle, kept in order behind the first one that failed.
CREATE TABLE dead_letter_entry (
    dead_letter_id      text   NOT NULL,
    processing_group    text   NOT NULL,
    sequence_identifier text   NOT NULL,
    sequence_index      bigint NOT NULL,
    message_type        text   NOT NULL,
    event_id            text   NOT NULL,
    recorded_at_text    text   NOT NULL,
    payload_type        text   NOT NULL,
    revision            text,
    payload             bytea  NOT NULL,
    metadata            bytea,
    aggregate_type      text,
    aggregate_id        text,
    sequence_number     bigint,
    token_type          text,
    token               bytea,
    enqueued_at         text   NOT NULL,
    last_touched_at     text,
    processing_since    text,
    cause_type          text,
    cause_message       text,
    diagnostics         bytea,
    CONSTRAINT dead_letter_entry_pk PRIMARY KEY (dead_letter_id),
    CONSTRAINT dead_letter_entry_sequence_key
        UNIQUE (processing_group, sequence_identifier, sequence_index)
);
