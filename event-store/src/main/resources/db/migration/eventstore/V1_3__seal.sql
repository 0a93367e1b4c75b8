-- The order of the log and its proof. An event takes its global_index before it is committed, so
-- indexes become visible out of order and with holes; positions are given afterwards, without holes,
-- by one process at a time. Readers follow positions.
CREATE TABLE ledger_seal (
    position     bigint NOT NULL,
    global_index bigint NOT NULL,
    leaf_hash    bytea  NOT NULL,
    chain_hash   bytea  NOT NULL,
    CONSTRAINT ledger_seal_pk PRIMARY KEY (position),
    CONSTRAINT ledger_seal_global_index_key UNIQUE (global_index),
    CONSTRAINT ledger_seal_leaf_check CHECK (octet_length(leaf_hash) = 32),
    CONSTRAINT ledger_seal_chain_check CHECK (octet_length(chain_hash) = 32)
);

COMMENT ON COLUMN ledger_seal.leaf_hash IS 'SHA-256 over the stored bytes of the event';
COMMENT ON COLUMN ledger_seal.chain_hash IS 'SHA-256 over the chain before, the position and the leaf';

-- Every committed event up to here has its position, and no event will be committed below it.
CREATE TABLE seal_watermark (
    single       boolean NOT NULL DEFAULT true,
    global_index bigint  NOT NULL,
    CONSTRAINT seal_watermark_pk PRIMARY KEY (single),
    CONSTRAINT seal_watermark_single_check CHECK (single)
);
INSERT INTO seal_watermark (global_index) VALUES (0);

CREATE OR REPLACE FUNCTION ledger_event_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% only grows: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'ML001',
              HINT = 'Correct a fact by recording another one.';
END
$$;

CREATE TRIGGER ledger_seal_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_seal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_refuse_change();
ALTER TABLE ledger_seal ENABLE ALWAYS TRIGGER ledger_seal_only_grows;

-- What was read by index cannot go on by position.
DO
$$
BEGIN
    IF EXISTS (
        SELECT FROM token_entry
         WHERE token_type LIKE '%GapAware%' OR convert_from(token, 'UTF8') LIKE '%GapAware%'
    ) THEN
        RAISE EXCEPTION 'the read models of this database were built by an earlier version of Mastro'
            USING HINT = 'Start with an empty database, or ask for its events by the earlier version.';
    END IF;
END
$$;
