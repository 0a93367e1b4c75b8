-- Every fact of an account in words. Rows are only ever added; they follow from the log.
CREATE TABLE timeline_item (
    position     bigint      NOT NULL,
    account_id   uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_on date        NOT NULL,
    event_type   text        NOT NULL,
    subject_id   uuid        NOT NULL,
    sequence     bigint      NOT NULL,
    words        text        NOT NULL,
    -- Kept as written, so that net, tax and total stay in this order.
    amounts      json        NOT NULL,
    actor        text,
    on_behalf_of text,
    command_id   text,
    CONSTRAINT timeline_item_pk PRIMARY KEY (position)
);

CREATE INDEX timeline_item_account_idx ON timeline_item (account_id, position);

-- What words call the invoices and subscriptions that later facts mention by id.
CREATE TABLE timeline_name (
    id   uuid NOT NULL,
    name text NOT NULL,
    CONSTRAINT timeline_name_pk PRIMARY KEY (id)
);
