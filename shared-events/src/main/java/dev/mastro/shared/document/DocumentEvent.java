package dev.mastro.shared.document;

import dev.mastro.shared.LedgerEvent;

/** A fact in the life of one edition of a document. */
public sealed interface DocumentEvent extends LedgerEvent permits DocumentSealed {

    /** The edition this fact is about. */
    DocumentId documentId();
}
