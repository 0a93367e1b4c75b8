package dev.mastro.eventstore.platform;

import java.util.UUID;

/** What tells this process from all others; process ids of two containers can be equal. */
record ProcessIdentity(String value) {

    static ProcessIdentity random() {
        return new ProcessIdentity(UUID.randomUUID().toString());
    }
}
