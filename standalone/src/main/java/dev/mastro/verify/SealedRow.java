package dev.mastro.verify;

import dev.mastro.eventstore.seal.StoredFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A position with what is stored of its event. Whoever reads a row is done with it before the next
 * one comes.
 */
final class SealedRow {

    private final long position;
    private final byte[] leaf;
    private final byte[] chain;
    private final boolean timesAgree;
    private final ByteBuffer content;

    /**
     * A row.
     *
     * @param leaf the leaf that was stored
     * @param chain the link that was stored
     * @param timesAgree whether both columns of the time say the same
     * @param content the stored fields, each behind its length; empty when there is no event
     */
    SealedRow(long position, byte[] leaf, byte[] chain, boolean timesAgree, ByteBuffer content) {
        this.position = position;
        this.leaf = leaf;
        this.chain = chain;
        this.timesAgree = timesAgree;
        this.content = content;
    }

    /** A row from its fields. */
    static SealedRow of(long position, byte[] leaf, byte[] chain, StoredFields stored) {
        ByteBuffer content =
                ByteBuffer.wrap(
                        Fields.join(
                                text(stored.eventId()),
                                text(stored.aggregateType()),
                                text(stored.aggregateId()),
                                ByteBuffer.allocate(Long.BYTES)
                                        .putLong(stored.sequenceNumber())
                                        .array(),
                                text(stored.recordedAt()),
                                text(stored.payloadType()),
                                text(stored.revision()),
                                stored.payload(),
                                stored.metadata()));
        return new SealedRow(position, leaf, chain, true, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    long position() {
        return position;
    }

    boolean hasEvent() {
        return content.hasRemaining();
    }

    boolean timesAgree() {
        return timesAgree;
    }

    /** What the leaf is computed from, behind a zero byte. */
    ByteBuffer content() {
        return content.duplicate();
    }

    boolean hasLeaf(byte[] computed) {
        return Arrays.equals(leaf, computed);
    }

    boolean hasLink(byte[] computed) {
        return Arrays.equals(chain, computed);
    }

    /** What its event consists of. */
    StoredFields fields() {
        ByteBuffer rest = content();
        return new StoredFields(
                Fields.text(rest),
                Fields.text(rest),
                Fields.text(rest),
                ByteBuffer.wrap(Fields.bytes(rest)).getLong(),
                Fields.text(rest),
                Fields.text(rest),
                Fields.text(rest),
                Fields.bytes(rest),
                Fields.bytes(rest));
    }
}
