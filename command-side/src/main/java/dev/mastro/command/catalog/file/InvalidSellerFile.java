package dev.mastro.command.catalog.file;

/** Stops the start; the message is one line that names file, line and key. */
public final class InvalidSellerFile extends RuntimeException {

    InvalidSellerFile(String message) {
        super(message);
    }
}
