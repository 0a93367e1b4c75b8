-- The tree of RFC 6962 over the leaves of ledger_seal: the roots of its complete subtrees of 256,
-- 65,536, ... leaves, so that a proof over millions of events reads a few rows.
CREATE TABLE ledger_tree_node (
    level      smallint NOT NULL,
    node_index bigint   NOT NULL,
    hash       bytea    NOT NULL,
    CONSTRAINT ledger_tree_node_pk PRIMARY KEY (level, node_index),
    CONSTRAINT ledger_tree_node_level_check CHECK (level > 0 AND level % 8 = 0),
    CONSTRAINT ledger_tree_node_hash_check CHECK (octet_length(hash) = 32)
);

COMMENT ON COLUMN ledger_tree_node.level IS 'the subtree has two to the power of this many leaves';
COMMENT ON COLUMN ledger_tree_node.node_index IS 'which subtree of this level, counted from 0';

-- What the log was at some moments, signed with a key that the database never sees.
CREATE TABLE ledger_checkpoint (
    size bigint NOT NULL,
    note text   NOT NULL,
    CONSTRAINT ledger_checkpoint_pk PRIMARY KEY (size)
);

COMMENT ON COLUMN ledger_checkpoint.size IS 'the last position that it covers';
COMMENT ON COLUMN ledger_checkpoint.note IS 'c2sp.org/tlog-checkpoint in a signed note';

CREATE TRIGGER ledger_tree_node_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_tree_node
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_refuse_change();
ALTER TABLE ledger_tree_node ENABLE ALWAYS TRIGGER ledger_tree_node_only_grows;

CREATE TRIGGER ledger_checkpoint_only_grows
    BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_refuse_change();
ALTER TABLE ledger_checkpoint ENABLE ALWAYS TRIGGER ledger_checkpoint_only_grows;
