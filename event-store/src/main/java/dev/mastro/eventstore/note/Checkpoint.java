package dev.mastro.eventstore.note;

import dev.mastro.eventstore.seal.ChainLink;
import dev.mastro.eventstore.seal.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What a log looked like at one moment, by c2sp.org/tlog-checkpoint. Two lines of our own follow
 * the three of the standard: {@code chain} and {@code time}.
 *
 * @param origin the name of the log
 * @param root of the tree over the leaves of all events up to {@code head}
 * @param head the last position and the chain of hashes up to it
 * @param time when it was made
 */
public record Checkpoint(String origin, Hash root, ChainLink head, Instant time) {

    private static final String SIZE = "0|[1-9][0-9]{0,18}";
    private static final String CHAIN = "chain ";
    private static final String TIME = "time ";
    private static final int LEAST_LINES = 3;

    /** How many events it covers. */
    public long size() {
        return head.position();
    }

    /** The text of its note. */
    public String text() {
        return String.join(
                        "\n",
                        origin,
                        Long.toString(size()),
                        Encoding.text(root.bytes()),
                        CHAIN + Encoding.text(head.hash().bytes()),
                        TIME + time)
                + "\n";
    }

    /**
     * Reads the text of a note; other lines of others are passed over.
     *
     * @throws InvalidNote when it is not of a checkpoint of ours
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LEAST_LINES || lines.stream().anyMatch(String::isEmpty)) {
            throw new InvalidNote("a checkpoint has at least three lines, and none is empty");
        }
        return new Checkpoint(
                lines.getFirst(),
                hash(lines.get(2)),
                new ChainLink(size(lines.get(1)), hash(extension(CHAIN, lines))),
                time(extension(TIME, lines)));
    }

    private static long size(String line) {
        try {
            if (line.matches(SIZE)) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException e) {
            throw new InvalidNote("'%s' is no size".formatted(line));
        }
        throw new InvalidNote("'%s' is no size".formatted(line));
    }

    private static Hash hash(String line) {
        byte[] bytes = Encoding.bytes(line);
        if (bytes.length != Hash.LENGTH) {
            throw new InvalidNote("'%s' is no hash".formatted(line));
        }
        return Hash.of(bytes);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidNote("'%s' is no time".formatted(text));
        }
    }

    private static String extension(String name, List<String> lines) {
        return lines.stream()
                .skip(LEAST_LINES)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new InvalidNote("the line '%s' is missing".formatted(name)));
    }

    /** The note of it, signed in the name of its origin. */
    public SignedNote sign(SigningKey key) {
        return SignedNote.sign(text(), key);
    }
}
