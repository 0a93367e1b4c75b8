package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.SigningKey;
import dev.mastro.eventstore.note.VerifierKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * The key that signs, and those that may have signed what is there.
 *
 * @param signing the key of this process
 * @param earlier the keys that the log was signed with before
 */
public record TrustedKeys(SigningKey signing, List<VerifierKey> earlier) {

    public TrustedKeys {
        earlier = List.copyOf(earlier);
    }

    /** The name of the log. */
    String origin() {
        return signing.verifier().name();
    }

    /**
     * Checks that a checkpoint is one of this log.
     *
     * @throws RefusedLog when it is that of another log, or nobody we know has signed it
     */
    void recognise(KeptCheckpoint kept) {
        if (!kept.checkpoint().origin().equals(origin())) {
            throw new RefusedLog(
                    "the last checkpoint is of the log %s, but the signing key is that of %s"
                            .formatted(kept.checkpoint().origin(), origin()));
        }
        if (!signed(kept)) {
            throw new RefusedLog(
                    "the last checkpoint was signed with %s, but the signing key is %s: give the"
                                    .formatted(kept.note().claimed(), signing.verifier())
                            + " right one, or name the earlier one"
                            + " in mastro.checkpoint.earlier-keys");
        }
    }

    private boolean signed(KeptCheckpoint kept) {
        try {
            List<VerifierKey> known =
                    Stream.concat(Stream.of(signing.verifier()), earlier.stream()).toList();
            return kept.note().signedBy(known).isPresent();
        } catch (InvalidNote e) {
            throw new RefusedLog("the last checkpoint was changed: " + e.getMessage());
        }
    }
}
