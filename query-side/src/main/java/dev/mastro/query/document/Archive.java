package dev.mastro.query.document;

import dev.mastro.shared.document.DocumentId;
import dev.mastro.shared.document.DocumentSealed;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps every edition of a document that has left the house, and its hash in the log. What is kept
 * is what everybody gets from then on, whichever version of this program printed it.
 */
@Component
class Archive {

    private static final Map<String, String> ACTOR = Map.of("actor", "system:mastro");

    private static final String FIND =
            """
            SELECT name, content, sha256 FROM document_file WHERE id = ?
            """;

    private static final String KEEP =
            """
            INSERT INTO document_file (id, account_id, name, sha256, content)
            VALUES (?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final EventStore events;
    private final TransactionManager transactions;

    Archive(JdbcClient jdbc, EventStore events, TransactionManager transactions) {
        this.jdbc = jdbc;
        this.events = events;
        this.transactions = transactions;
    }

    /** A printed document that is to be sealed. */
    record Fresh(DocumentFile file, DocumentSealed seal) {}

    /** The file that is kept; if there is none, the printed one is kept and sealed. */
    DocumentFile keep(DocumentId id, Supplier<Fresh> print) {
        return find(id).orElseGet(() -> seal(id, print.get()));
    }

    private Optional<DocumentFile> find(DocumentId id) {
        return jdbc.sql(FIND)
                .param(id.value())
                .query((row, _) ->
                        new DocumentFile(
                                row.getString("name"),
                                row.getBytes("content"),
                                row.getString("sha256")))
                .optional();
    }

    /** Whoever is second gets what the first has kept. */
    private DocumentFile seal(DocumentId id, Fresh fresh) {
        try {
            DomainEventMessage<DocumentSealed> message =
                    new GenericDomainEventMessage<>(
                            "Document", id.toString(), 0, fresh.seal(), ACTOR);
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(message);
            work.attachTransaction(transactions);
            work.execute(() -> {
                keep(id, fresh);
                publishOnce(message, fresh);
            });
            return fresh.file();
        } catch (DuplicateKeyException e) {
            return find(id).orElseThrow(() -> e);
        }
    }

    private void keep(DocumentId id, Fresh fresh) {
        int kept =
                jdbc.sql(KEEP)
                        .param(id.value())
                        .param(fresh.seal().accountId().value())
                        .param(fresh.file().name())
                        .param(fresh.file().sha256())
                        .param(fresh.file().bytes())
                        .update();
        if (kept != 1) {
            throw new IllegalStateException("not kept: " + id);
        }
    }

    /** The log may have the seal already, where files were lost or are not in its database. */
    private void publishOnce(DomainEventMessage<DocumentSealed> message, Fresh fresh) {
        Optional<DocumentSealed> before =
                events.readEvents(message.getAggregateIdentifier(), 0)
                        .asStream()
                        .map(sealed -> (DocumentSealed) sealed.getPayload())
                        .findFirst();
        if (before.isEmpty()) {
            events.publish(message);
        } else if (!before.get().sha256().equals(fresh.file().sha256())) {
            throw new IllegalStateException(
                    "%s was sealed as another file".formatted(fresh.file().name()));
        }
    }
}
