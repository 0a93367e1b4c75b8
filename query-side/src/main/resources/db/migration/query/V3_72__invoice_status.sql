-- What became of an invoice, to search by (billing.md R000-06).
ALTER TABLE invoices ADD COLUMN status text;

CREATE INDEX invoices_status_idx ON invoices (account_id, status);
