package dev.mastro.query.document;

import dev.mastro.query.platform.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds documents by number or id. */
@Component
class DocumentIndex {

    private static final String FIND =
            """
            SELECT kind, id, number, account_id, invoice_id
              FROM document
             WHERE kind = :kind AND (id = :id::uuid OR lower(number) = lower(:number))
             ORDER BY position
             LIMIT 1
            """;

    private final JdbcClient jdbc;

    DocumentIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is printed. */
    enum Kind {
        INVOICE,
        CREDIT_NOTE,
        /** The receipt of a payment; its number is the reference. */
        PAYMENT
    }

    /** A document; {@code invoice} is the one it is, or the one it credits. */
    record Entry(Kind kind, UUID id, String number, UUID account, @Nullable UUID invoice) {

        /** The invoice of a document that has one. */
        UUID ofInvoice() {
            if (invoice == null) {
                throw new IllegalStateException("of no invoice: " + number);
            }
            return invoice;
        }
    }

    Optional<Entry> find(Kind kind, String idOrNumber) {
        String text = Parameters.text("number", idOrNumber);
        return jdbc.sql(FIND)
                .param("kind", kind.name())
                .param("id", Parameters.findId(text).map(UUID::toString).orElse(null))
                .param("number", text)
                .query(DocumentIndex::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                Kind.valueOf(row.getString("kind")),
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("account_id", UUID.class),
                row.getObject("invoice_id", UUID.class));
    }
}
