package dev.mastro.command.http;

import java.util.UUID;

/** Makes ids where nothing is there that one could follow from. */
@FunctionalInterface
public interface NewIds {

    /** An id that nobody else has. */
    UUID next();
}
