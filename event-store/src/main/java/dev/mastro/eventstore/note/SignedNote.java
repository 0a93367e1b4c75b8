package dev.mastro.eventstore.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A text and who signed it, by c2sp.org/signed-note. */
public final class SignedNote {

    private static final String DASH = "\u2014 ";
    private static final int MOST_SIGNATURES = 100;

    private final String text;
    private final List<Line> signatures;

    private SignedNote(String text, List<Line> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    private static final class Line {

        private final KeyId id;
        private final byte[] signature;

        private Line(KeyId id, byte[] signature) {
            this.id = id;
            this.signature = signature;
        }

        private static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !line.startsWith(DASH)) {
                throw new InvalidNote("'%s' is no line of a signature".formatted(line));
            }
            byte[] bytes = Encoding.bytes(parts[2]);
            if (bytes.length <= KeyId.LENGTH || parts[1].isEmpty() || parts[1].contains("+")) {
                throw new InvalidNote("'%s' is no line of a signature".formatted(line));
            }
            byte[] signature = Arrays.copyOfRange(bytes, KeyId.LENGTH, bytes.length);
            return new Line(new KeyId(parts[1], hex(bytes)), signature);
        }

        private static String hex(byte[] bytes) {
            return HexFormat.of().formatHex(bytes, 0, KeyId.LENGTH);
        }

        @Override
        public String toString() {
            byte[] bytes = Arrays.copyOf(id.bytes(), KeyId.LENGTH + signature.length);
            System.arraycopy(signature, 0, bytes, KeyId.LENGTH, signature.length);
            return DASH + id.name() + " " + Encoding.text(bytes) + "\n";
        }
    }

    /** Signs a text, which ends with the end of a line and has no empty ones. */
    public static SignedNote sign(String text, SigningKey key) {
        requireLines(text);
        return new SignedNote(
                text,
                List.of(
                        new Line(
                                key.verifier().id(),
                                key.sign(text.getBytes(StandardCharsets.UTF_8)))));
    }

    /**
     * Reads a note, whoever signed it.
     *
     * @throws InvalidNote when it is none
     */
    public static SignedNote parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            throw new InvalidNote("a note has a text, an empty line and signatures");
        }
        String text = note.substring(0, end + 1);
        requireLines(text);
        List<Line> signatures = note.substring(end + 2).lines().map(Line::parse).toList();
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new InvalidNote("a note with %d signatures".formatted(signatures.size()));
        }
        return new SignedNote(text, signatures);
    }

    private static void requireLines(String text) {
        boolean plain = text.chars().allMatch(character -> character >= ' ' || character == '\n');
        if (!plain || text.length() < 2 || !text.endsWith("\n")) {
            throw new InvalidNote("the text of a note consists of whole lines");
        }
    }

    /** What was signed. */
    public String text() {
        return text;
    }

    /**
     * Which of these keys signed it. Signatures of unknown keys are passed over.
     *
     * @throws InvalidNote when a signature of a known key is not its own
     */
    public Optional<VerifierKey> signedBy(Collection<VerifierKey> known) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        Optional<VerifierKey> found = Optional.empty();
        for (Line line : signatures) {
            Optional<VerifierKey> key =
                    known.stream().filter(one -> one.id().equals(line.id)).findFirst();
            if (key.isPresent() && !key.get().verifies(signed, line.signature)) {
                throw new InvalidNote("the signature of %s is not its own".formatted(line.id));
            }
            found = found.or(() -> key);
        }
        return found;
    }

    /** Whose signatures it claims to have. */
    public List<String> claimed() {
        return signatures.stream().map(line -> line.id.toString()).toList();
    }

    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}
