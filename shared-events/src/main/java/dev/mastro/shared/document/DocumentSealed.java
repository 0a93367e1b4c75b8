package dev.mastro.shared.document;

import dev.mastro.shared.account.AccountId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * This edition of a document left the house for the first time, as the file with this SHA-256 hash
 * (64 lower case hexadecimal digits). Counts from the day of the last fact that it shows.
 */
@Revision("1")
public record DocumentSealed(
        DocumentId documentId,
        AccountId accountId,
        DocumentKind kind,
        String number,
        String sha256,
        LocalDate effectiveOn)
        implements DocumentEvent {}
