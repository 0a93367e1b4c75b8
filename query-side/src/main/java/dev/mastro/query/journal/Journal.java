package dev.mastro.query.journal;

import dev.mastro.query.platform.Page;
import dev.mastro.query.platform.Parameters;
import dev.mastro.query.platform.ReadMoment;
import dev.mastro.query.platform.UnknownSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the entries of the books in order, however many there are. */
@Component
class Journal {

    static final String REVENUE_EARNED = "RevenueEarned";

    private static final int FETCH = 1000;

    private static final String ENTRIES =
            """
            WITH revenue AS (
                SELECT line.*,
                       greatest(counts_from, posted_from,
                                least(period_end, known_closed_on, :to::date),
                                CASE WHEN known_closed_on IS NOT NULL
                                      AND closed_posted_from <= :to::date
                                     THEN closed_posted_from END)
                           AS dated,
                       revenue_earned(line, known_closed_on, :to::date)
                       - revenue_earned(line, known_closed_on, :from::date - 1) AS earned
                  FROM revenue_line AS line
                 CROSS JOIN LATERAL (
                       SELECT CASE WHEN closed_recorded_at <= :knownAt::timestamptz
                                   THEN closed_on END) AS known (known_closed_on)
                 WHERE recorded_at <= :knownAt::timestamptz
                   AND counts_from <= :to::date
                   AND (account_id = :account::uuid OR :account::uuid IS NULL)
            ), page AS (
                (SELECT dated, 0 AS rank, position
                   FROM revenue
                  WHERE earned <> 0
                    AND (dated, 0, position)
                        > (:afterDate::date, :afterRank::integer, :afterPosition::bigint)
                  ORDER BY dated, position
                  LIMIT :limit::bigint)
                 UNION ALL
                (SELECT posted_on, 1, position
                   FROM journal_posting
                  WHERE line = 1
                    AND posted_on BETWEEN greatest(:from::date, :afterDate::date) AND :to::date
                    AND recorded_at <= :knownAt::timestamptz
                    AND (account_id = :account::uuid OR :account::uuid IS NULL)
                    AND (posted_on, 1, position)
                        > (:afterDate::date, :afterRank::integer, :afterPosition::bigint)
                  ORDER BY posted_on, position
                  LIMIT :limit::bigint)
                  ORDER BY 1, 2, 3
                  LIMIT :limit::bigint
            )
            SELECT page.dated, page.rank, page.position, posting.line, posting.recorded_at,
                   posting.account_id, posting.ledger_code, posting.sub_key, posting.currency,
                   posting.amount_minor, posting.event_type, posting.document,
                   posting.service_date
              FROM page
              JOIN journal_posting AS posting ON posting.position = page.position
             WHERE page.rank = 1
             UNION ALL
            SELECT page.dated, page.rank, page.position, side.line, revenue.recorded_at,
                   revenue.account_id, side.ledger_code, side.sub_key, revenue.currency,
                   side.amount_minor, 'RevenueEarned', NULL, page.dated
              FROM page
              JOIN revenue ON revenue.position = page.position
             CROSS JOIN LATERAL (VALUES
                   (1, '2000', invoice_id || '/' || line_number, earned),
                   (2, revenue.ledger_code, product, -earned))
                   AS side (line, ledger_code, sub_key, amount_minor)
             WHERE page.rank = 0
             ORDER BY 1, 2, 3, 4
            """;

    private static final String KNOWN =
            """
            SELECT EXISTS (SELECT 1 FROM accounts WHERE id = ?)
            """;

    private static final String CURRENCIES =
            """
            SELECT DISTINCT currency FROM journal_posting ORDER BY currency
            """;

    private final JdbcClient jdbc;
    private final ReadMoment moment;

    Journal(JdbcClient jdbc, ReadMoment moment) {
        this.jdbc = jdbc;
        this.moment = moment;
    }

    List<JournalItem> entries(JournalQuery query) {
        List<JournalItem> entries = new ArrayList<>();
        forEach(query, entries::add);
        return entries;
    }

    /** Hands over one entry at a time; within a transaction the driver fetches rows as it goes. */
    void forEach(JournalQuery query, Consumer<JournalItem> sink) {
        var _ =
                moment.read(() -> {
                    EntryAssembly assembly = new EntryAssembly(sink);
                    jdbc.sql(ENTRIES)
                            .withFetchSize(FETCH)
                            .param("from", query.from().toString())
                            .param("to", query.to().toString())
                            .param("knownAt", Known.at(query.knownAt()))
                            .param("account", query.account())
                            .param("afterDate", query.after().date().toString())
                            .param("afterRank", query.after().rank())
                            .param("afterPosition", query.after().position())
                            .param("limit", query.limit())
                            .query(row -> {
                                assembly.add(row);
                            });
                    assembly.finish();
                    return true;
                });
    }

    Page<JournalItem> page(JournalQuery query, JournalCursor after, int limit) {
        List<JournalItem> found = entries(query.page(after, limit + 1));
        List<JournalItem> items = found.stream().limit(limit).toList();
        boolean more = found.size() > limit;
        return new Page<>(items, more ? JournalCursor.at(items.getLast()).toString() : null);
    }

    /** The account with this id, which has a journal even when nothing was ever posted. */
    UUID account(String text) {
        UUID id = Parameters.id(text);
        if (!jdbc.sql(KNOWN).param(id).query(Boolean.class).single()) {
            throw UnknownSubject.of("account", id);
        }
        return id;
    }

    List<CurrencyUnit> currencies() {
        return jdbc.sql(CURRENCIES).query(String.class).list().stream()
                .map(CurrencyUnit::of)
                .toList();
    }

    static JournalItem.Line line(ResultSet row) throws SQLException {
        LedgerAccount account = LedgerAccount.ofCode(row.getString("ledger_code"));
        long minor = row.getLong("amount_minor");
        return new JournalItem.Line(
                row.getInt("line"),
                minor > 0 ? Side.DEBIT : Side.CREDIT,
                account.code(),
                account.title(),
                row.getString("sub_key"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), Math.abs(minor)));
    }
}
