package dev.mastro.query.timeline;

import dev.mastro.shared.document.DocumentEvent;
import dev.mastro.shared.document.DocumentKind;
import dev.mastro.shared.document.DocumentSealed;

/** The sentences of documents. */
final class DocumentWords {

    private DocumentWords() {}

    static Sentence sentenceFor(DocumentEvent event) {
        return switch (event) {
            case DocumentSealed e ->
                    Sentence.of(
                            "%s %s sealed with SHA-256 %s"
                                    .formatted(called(e.kind()), e.number(), e.sha256()));
        };
    }

    private static String called(DocumentKind kind) {
        return switch (kind) {
            case INVOICE -> "Invoice";
            case CREDIT_NOTE -> "Credit note";
            case RECEIPT -> "Receipt of payment";
        };
    }
}
