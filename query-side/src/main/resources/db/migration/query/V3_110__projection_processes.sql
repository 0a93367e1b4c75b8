-- The processes that project, each with what it projects and when it last said that it is there: by
-- the clock of the database, so that clocks of processes may differ.
CREATE TABLE projection_process (
    name        text        NOT NULL,
    projections text[]      NOT NULL,
    seen_at     timestamptz NOT NULL,
    CONSTRAINT projection_process_pk PRIMARY KEY (name)
);
