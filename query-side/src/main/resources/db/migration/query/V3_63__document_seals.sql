-- The hash of each edition as the log has it, to compare with the file that is kept.
CREATE TABLE document_seal (
    id       uuid   NOT NULL,
    number   text   NOT NULL,
    sha256   text   NOT NULL,
    position bigint NOT NULL,
    CONSTRAINT document_seal_pk PRIMARY KEY (id)
);
