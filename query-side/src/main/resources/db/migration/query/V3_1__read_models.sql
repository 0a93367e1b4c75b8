-- Read models: everything here can be emptied and computed again from the event log.
-- "state" is the fold of the events as JSON; the other columns only find and order the rows.
-- "opened_at_position" is the position of the first event: the order of lists and their cursor.

CREATE TABLE accounts (
    id                 uuid   NOT NULL,
    number             text   NOT NULL,
    name               text,
    email              text,
    opened_at_position bigint NOT NULL,
    state              jsonb  NOT NULL,
    CONSTRAINT accounts_pk PRIMARY KEY (id)
);

CREATE INDEX accounts_position_idx ON accounts (opened_at_position);
CREATE INDEX accounts_number_idx ON accounts (lower(number) text_pattern_ops);
CREATE INDEX accounts_name_idx ON accounts (lower(name) text_pattern_ops);
CREATE INDEX accounts_email_idx ON accounts (lower(email) text_pattern_ops);

CREATE TABLE subscriptions (
    id                 uuid   NOT NULL,
    account_id         uuid   NOT NULL,
    opened_at_position bigint NOT NULL,
    state              jsonb  NOT NULL,
    CONSTRAINT subscriptions_pk PRIMARY KEY (id)
);

CREATE INDEX subscriptions_account_idx ON subscriptions (account_id, opened_at_position);

CREATE TABLE invoices (
    id                 uuid   NOT NULL,
    account_id         uuid   NOT NULL,
    number             text   NOT NULL,
    opened_at_position bigint NOT NULL,
    state              jsonb  NOT NULL,
    CONSTRAINT invoices_pk PRIMARY KEY (id)
);

CREATE INDEX invoices_account_idx ON invoices (account_id, opened_at_position);
CREATE INDEX invoices_number_idx ON invoices (lower(number) text_pattern_ops);

CREATE TABLE credits (
    id                 uuid   NOT NULL,
    account_id         uuid   NOT NULL,
    opened_at_position bigint NOT NULL,
    state              jsonb  NOT NULL,
    CONSTRAINT credits_pk PRIMARY KEY (id)
);

CREATE INDEX credits_account_idx ON credits (account_id, opened_at_position);
