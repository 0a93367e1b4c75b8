-- The last number of each series that all accounts of a seller share. A number is taken in the
-- transaction of the events that carry it.
CREATE TABLE number_series (
    seller text    NOT NULL,
    prefix text    NOT NULL,
    year   integer NOT NULL,
    last   bigint  NOT NULL,
    CONSTRAINT number_series_pk PRIMARY KEY (seller, prefix, year),
    CONSTRAINT number_series_counts CHECK (last > 0)
);
