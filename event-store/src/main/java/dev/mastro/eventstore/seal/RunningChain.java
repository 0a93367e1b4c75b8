package dev.mastro.eventstore.seal;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/** A chain that sees its leaves one by one and makes nothing new for any of them. */
public final class RunningChain {

    private static final byte LINK = 2;
    private static final int HASH = 1;
    private static final int POSITION = HASH + Hash.LENGTH;
    private static final int LEAF = POSITION + Long.BYTES;

    private final MessageDigest digest = Hash.digest();
    private final byte[] link = new byte[LEAF + Hash.LENGTH];
    private final byte[] next = new byte[Hash.LENGTH];
    private final ByteBuffer numbers = ByteBuffer.wrap(link);
    private long position;

    /** A chain that goes on behind this link. */
    public RunningChain(ChainLink last) {
        link[0] = LINK;
        last.hash().copyTo(link, HASH);
        position = last.position();
    }

    /** Goes on with the leaf that begins at this place of {@code leaves}. */
    public void add(byte[] leaves, int offset) {
        compute(leaves, offset);
        advance();
    }

    /**
     * Does so if the link over this leaf is the one that begins at the same place of {@code links}.
     * Answers whether it is.
     */
    public boolean follow(byte[] leaves, byte[] links, int offset) {
        compute(leaves, offset);
        boolean fits = Arrays.equals(next, 0, Hash.LENGTH, links, offset, offset + Hash.LENGTH);
        if (fits) {
            advance();
        }
        return fits;
    }

    private void compute(byte[] leaves, int offset) {
        numbers.putLong(POSITION, position + 1);
        System.arraycopy(leaves, offset, link, LEAF, Hash.LENGTH);
        digest.update(link);
        try {
            digest.digest(next, 0, Hash.LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash", e);
        }
    }

    private void advance() {
        System.arraycopy(next, 0, link, HASH, Hash.LENGTH);
        position++;
    }

    /** The position of the last link. */
    public long position() {
        return position;
    }

    /** The last link. */
    public ChainLink head() {
        return new ChainLink(position, Hash.of(Arrays.copyOfRange(link, HASH, POSITION)));
    }
}
