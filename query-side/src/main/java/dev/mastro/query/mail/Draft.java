package dev.mastro.query.mail;

import dev.mastro.query.document.DocumentFile;
import dev.mastro.query.seller.Occasion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail before it has an envelope. */
record Draft(Occasion occasion, Content content, List<DocumentFile> documents) {

    /** What is said, once as text and once as HTML. */
    record Content(
            String language,
            String subject,
            String greeting,
            List<String> paragraphs,
            List<Entry> facts,
            @Nullable Button button,
            Sender sender) {}

    /** A fact with what it is called. */
    record Entry(String label, String text) {}

    /** Where a click leads. */
    record Button(String label, String link) {}

    /** Who writes. */
    record Sender(String name, String address, String colour, String regards, String foot) {}
}
