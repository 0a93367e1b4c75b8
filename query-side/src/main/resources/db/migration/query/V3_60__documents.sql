-- Which documents there are, under which numbers: enough to find the facts they are printed from.
CREATE TABLE document (
    kind       text   NOT NULL,
    id         uuid   NOT NULL,
    number     text   NOT NULL,
    account_id uuid   NOT NULL,
    invoice_id uuid,
    position   bigint NOT NULL,
    CONSTRAINT document_pk PRIMARY KEY (kind, id),
    CONSTRAINT document_kind CHECK (kind IN ('INVOICE', 'CREDIT_NOTE', 'PAYMENT'))
);

CREATE INDEX document_number_idx ON document (kind, lower(number));

-- Editions of documents as they first left the house. No read model: an event has the hash of each,
-- and what was handed out once must come out the same for ever.
CREATE TABLE document_file (
    id         uuid  NOT NULL,
    account_id uuid  NOT NULL,
    name       text  NOT NULL,
    sha256     text  NOT NULL,
    content    bytea NOT NULL,
    CONSTRAINT document_file_pk PRIMARY KEY (id),
    CONSTRAINT document_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE FUNCTION document_file_refuse_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'document_file only grows: % refused', TG_OP;
END
$$;

CREATE TRIGGER document_file_only_grows
    BEFORE UPDATE ON document_file
    FOR EACH STATEMENT EXECUTE FUNCTION document_file_refuse_change();
