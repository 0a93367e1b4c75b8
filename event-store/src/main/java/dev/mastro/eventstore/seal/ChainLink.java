package dev.mastro.eventstore.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * The chain of hashes up to and including one position: whoever changes an event changes every link
 * from there on.
 */
public record ChainLink(long position, Hash hash) {

    /** Before the first event. */
    public static final ChainLink START = new ChainLink(0, Hash.ZERO);

    private static final byte LINK = 2;

    /** The link of the event that follows, which has this leaf. */
    public ChainLink next(Hash leaf) {
        MessageDigest digest = Hash.digest();
        digest.update(LINK);
        hash.update(digest);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position + 1).flip());
        leaf.update(digest);
        return new ChainLink(position + 1, Hash.of(digest));
    }
}
