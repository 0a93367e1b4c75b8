package dev.mastro.query.audit;

/**
 * What must hold for ever (billing.md 5.3, and more from 13 on), as two questions to the database:
 * how many things were looked at, and which of them are wrong. Amounts in violations are minor
 * units.
 */
enum Invariant {
    ENTRIES_BALANCE(
            1,
            "Each entry of the journal balances in every currency",
            "SELECT count(*) FROM journal_posting WHERE line = 1",
            """
            SELECT format('position %s: debits less credits are %s %s, lines %s to %s of %s',
                          position, sum(amount_minor), currency, min(line), max(line), count(*))
              FROM journal_posting
             GROUP BY position, currency
            HAVING sum(amount_minor) <> 0 OR min(line) <> 1 OR max(line) <> count(*)
            """),

    BOOKS_BALANCE(
            1,
            "The trial balance of each currency is zero",
            "SELECT count(DISTINCT currency) FROM journal_posting",
            """
            SELECT format('%s: debits less credits are %s', currency, sum(amount_minor))
              FROM journal_posting
             GROUP BY currency
            HAVING sum(amount_minor) <> 0
            """),

    RECEIVABLES_ARE_NOT_NEGATIVE(
            2,
            "No invoice is settled by more than its total",
            "SELECT count(DISTINCT sub_key) FROM journal_posting WHERE ledger_code = '1100'",
            """
            SELECT format('invoice %s: receivable is %s %s', sub_key, sum(amount_minor), currency)
              FROM journal_posting
             WHERE ledger_code = '1100'
             GROUP BY sub_key, currency
            HAVING sum(amount_minor) < 0
            """),

    RECEIVABLES_ARE_WHAT_ACCOUNTS_OWE(
            2,
            "The receivables in the books are what each account owes",
            "SELECT count(*) FROM accounts",
            """
            WITH owed AS (
                SELECT id AS account_id,
                       coalesce(sum(replace(open #>> '{outstanding,amount}', '.', '')::bigint), 0)
                           AS minor
                  FROM accounts
                  LEFT JOIN LATERAL jsonb_array_elements(state #> '{receivables,open}')
                            AS open ON true
                 GROUP BY id
            ), booked AS (
                SELECT account_id, sum(amount_minor) AS minor
                  FROM journal_posting
                 WHERE ledger_code = '1100'
                 GROUP BY account_id
            )
            SELECT format('account %s: owes %s, the books say %s',
                          account_id, owed.minor, booked.minor)
              FROM owed
              FULL JOIN booked USING (account_id)
             WHERE coalesce(owed.minor, 0) <> coalesce(booked.minor, 0)
            """) {
        @Override
        String condition() {
            return SAME_POSITION.formatted("'journal', 'accounts'");
        }
    },

    DEFERRED_IS_WHAT_REMAINS(
            3,
            "Deferred revenue is what lines still have to earn, and nothing once they are closed",
            "SELECT count(*) FROM revenue_line",
            """
            WITH booked AS (
                SELECT split_part(sub_key, '/', 1) AS invoice, -sum(amount_minor) AS minor
                  FROM journal_posting
                 WHERE ledger_code = '2000'
                 GROUP BY 1
            ), lines AS (
                SELECT invoice_id::text AS invoice,
                       sum(net_minor - coalesce(closed_remaining_minor, 0)) AS minor
                  FROM revenue_line
                 GROUP BY 1
            )
            SELECT format('invoice %s: the books defer %s, its lines say %s',
                          invoice, booked.minor, lines.minor)
              FROM booked
              FULL JOIN lines USING (invoice)
             WHERE coalesce(booked.minor, 0) <> coalesce(lines.minor, 0)
            """),

    CREDITS_STAY_WITHIN_THEIR_LINES(
            5,
            "No credit exceeds the line that it credits",
            """
            SELECT count(DISTINCT sub_key) FROM journal_posting
             WHERE ledger_code IN ('2000', '2200') AND amount_minor > 0
            """,
            """
            SELECT format('line %s on %s: credited %s more than billed',
                          sub_key, ledger_code, sum(amount_minor))
              FROM journal_posting
             WHERE ledger_code IN ('2000', '2200') AND sub_key LIKE '%/%'
             GROUP BY sub_key, ledger_code
            HAVING sum(amount_minor) > 0
            """),

    GRANTS_ARE_NOT_OVERSPENT(
            5,
            "No more credit is spent than was granted",
            """
            SELECT count(DISTINCT sub_key) FROM journal_posting
             WHERE ledger_code IN ('2100', '2110')
            """,
            """
            SELECT format('grant %s on %s: spent %s more than granted',
                          sub_key, ledger_code, sum(amount_minor))
              FROM journal_posting
             WHERE ledger_code IN ('2100', '2110')
             GROUP BY sub_key, ledger_code
            HAVING sum(amount_minor) > 0
            """),

    REFUNDS_STAY_WITHIN_CASH(
            5,
            "No account is refunded more cash than it paid",
            """
            SELECT count(DISTINCT account_id) FROM journal_posting WHERE ledger_code = '2300'
            """,
            """
            SELECT format('account %s: refunded %s %s more than received',
                          account_id, sum(minor), currency)
              FROM (SELECT account_id, currency, -amount_minor AS minor
                      FROM journal_posting
                     WHERE ledger_code = '2300' AND amount_minor < 0
                     UNION ALL
                    SELECT account_id, currency, -amount_minor
                      FROM journal_posting
                     WHERE ledger_code = '1010' AND amount_minor > 0
                       AND event_type <> 'DisputeWon') AS cash
             GROUP BY account_id, currency
            HAVING sum(minor) > 0
            """),

    NOTHING_IS_LOST_IN_ROUNDING(
            12,
            "The account for rounding differences is empty",
            "SELECT count(*) FROM journal_posting",
            """
            SELECT format('position %s: %s %s', position, amount_minor, currency)
              FROM journal_posting
             WHERE ledger_code = '6900'
            """),

    CLOSED_MONTHS_STAY(
            13,
            "Nothing is posted in a month that was closed before",
            "SELECT count(*) FROM closed_month",
            """
            SELECT format('position %s is posted on %s, and %s was closed at position %s',
                          posting.position, posting.posted_on, month, closed.position)
              FROM journal_posting AS posting
              JOIN closed_month AS closed
                ON closed.position < posting.position
               AND closed.open_from > posting.posted_on
            """),

    NUMBERS_HAVE_NO_GAPS(
            14,
            "The numbers of each series of documents begin with 1 and have no gap",
            "SELECT count(*) FROM document_numbers()",
            """
            SELECT format('%s: %s documents, %s different numbers from %s to %s',
                          series, count(*), count(DISTINCT place), min(place), max(place))
              FROM document_numbers()
             GROUP BY series
            HAVING min(place) <> 1 OR max(place) <> count(*) OR count(DISTINCT place) <> count(*)
            """) {
        @Override
        String condition() {
            return SAME_POSITION.formatted("'invoices', 'accounts'");
        }
    },

    DOCUMENTS_ARE_AS_SEALED(
            15,
            "Each document that is kept is the file whose hash the log has",
            "SELECT count(*) FROM document_seal JOIN document_file USING (id)",
            """
            SELECT format('document %s: edition %s is not the file that was sealed at %s',
                          number, id, position)
              FROM document_seal
              JOIN document_file USING (id)
             WHERE encode(sha256(content), 'hex') <> document_seal.sha256
                OR document_file.sha256 <> document_seal.sha256
            """),

    REBUILDS_FOUND_NO_DIFFERENCE(
            16,
            "The last rebuild of each read model found the rows that the log gives",
            "SELECT coalesce(sum(rebuilt), 0) FROM projection_comparison",
            """
            SELECT format('%s: %s rows of %s', table_name, missing + surplus + changed, projection)
              FROM projection_comparison
             WHERE missing + surplus + changed > 0
            """),

    NO_EVENT_IS_PUT_ASIDE(
            17,
            "Every read model could handle every event",
            "SELECT count(*) FROM token_entry",
            """
            SELECT format('%s: %s events of account %s', processing_group, count(*),
                          sequence_identifier)
              FROM dead_letter_entry
             GROUP BY processing_group, sequence_identifier
            """);

    /** Two read models can only be compared when both have read equally far. */
    private static final String SAME_POSITION =
            """
            SELECT coalesce(min(read) = max(read), false) AND count(read) = count(*)
              FROM (SELECT (convert_from(token, 'UTF8')::jsonb ->> 'globalIndex')::bigint AS read
                      FROM token_entry
                     WHERE processor_name IN (%s)) AS read_so_far
            """;

    private final int number;
    private final String title;
    private final String count;
    private final String violations;

    Invariant(int number, String title, String count, String violations) {
        this.number = number;
        this.title = title;
        this.count = count;
        this.violations = violations;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String count() {
        return count;
    }

    String violations() {
        return violations + " LIMIT ?";
    }

    /** Whether the question can be asked now. */
    String condition() {
        return "SELECT true";
    }
}
