package dev.mastro.eventstore.append;

import java.util.Map;

/** Where the streams behind a decision about an account ended when it was made. */
record StreamsSeen(String account, Map<String, Long> sequenceNumbers) {

    StreamsSeen {
        sequenceNumbers = Map.copyOf(sequenceNumbers);
    }
}
