-- Every number that a document was given, for the audit: its series, and its place there. The series
-- of an account is one for each kind of document, whatever prefix its numbers had over time.
CREATE VIEW document_number AS
WITH numbered AS (
    SELECT 'invoices' AS kind, account_id, number
      FROM invoices
     UNION ALL
    SELECT 'credit notes', account_id, note ->> 'number'
      FROM invoices
     CROSS JOIN LATERAL jsonb_array_elements(state -> 'creditNotes') AS note
)
SELECT CASE WHEN strpos('-' || numbered.number, '-' || accounts.number || '-') > 0
            THEN kind || ' of account ' || accounts.number
            ELSE kind || ' ' || regexp_replace(numbered.number, '-[0-9]+$', '')
       END AS series,
       substring(numbered.number FROM '[0-9]+$')::bigint AS place
  FROM numbered
  JOIN accounts ON accounts.id = account_id;
