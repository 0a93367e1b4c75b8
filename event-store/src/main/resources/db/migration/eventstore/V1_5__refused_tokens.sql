-- Readers that were found beyond the end of the log: it is another log, or was cut off. Remembered,
-- because a log that has grown past them looks as if they had read what came meanwhile.
CREATE TABLE refused_token (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    position       bigint  NOT NULL,
    log_end        bigint  NOT NULL,
    CONSTRAINT refused_token_pk PRIMARY KEY (processor_name, segment),
    CONSTRAINT refused_token_beyond_check CHECK (position > log_end)
);
