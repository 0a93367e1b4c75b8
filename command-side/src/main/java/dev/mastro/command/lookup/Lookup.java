package dev.mastro.command.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.mastro.shared.account.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whose a subscription, an invoice, a number or a payment is. */
@Component
public class Lookup {

    private static final String FIND =
            """
            SELECT account_id, value FROM ledger_lookup WHERE kind = :kind AND key = :key
            """;

    /** What a key names once it names for ever, so what was found need not be asked again. */
    private static final long MOST_KNOWN = 100_000;

    private final Cache<Key, Entry> known = Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    private final JdbcClient jdbc;

    Lookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a key names. */
    public enum Kind {
        /** The id of an account. */
        ACCOUNT,
        /** The id of a subscription. */
        SUBSCRIPTION,
        /** The id of an invoice. */
        INVOICE,
        /** The number of an invoice; the value is its id. */
        INVOICE_NUMBER,
        /** The number of an account. */
        ACCOUNT_NUMBER,
        /** The reference of a payment; the value is its amount. */
        PAYMENT
    }

    /** Whose it is, and what the key stands for. */
    public record Entry(AccountId account, String value) {}

    private record Key(Kind kind, String text) {}

    /** The entry of a key, if there is one. */
    public Optional<Entry> find(Kind kind, String key) {
        Key wanted = new Key(kind, key);
        Optional<Entry> found = Optional.ofNullable(known.getIfPresent(wanted));
        if (found.isEmpty()) {
            found = ask(kind, key);
            found.ifPresent(entry -> known.put(wanted, entry));
        }
        return found;
    }

    private Optional<Entry> ask(Kind kind, String key) {
        return jdbc.sql(FIND)
                .param("kind", kind.name())
                .param("key", key)
                .query(Lookup::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new AccountId(row.getObject("account_id", UUID.class)), row.getString("value"));
    }
}
