-- The time of a simulation, one row at most; both sides read it.
CREATE TABLE simulated_clock (
    single boolean     NOT NULL DEFAULT true,
    now    timestamptz NOT NULL,
    CONSTRAINT simulated_clock_pk PRIMARY KEY (single),
    CONSTRAINT simulated_clock_single_check CHECK (single)
);
