package dev.mastro.eventstore.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the signing key is, and its public half beside it. */
public final class KeyFile {

    private static final String OWNER_ONLY = "rw-------";

    private KeyFile() {}

    /**
     * Reads a key.
     *
     * @throws InvalidNote with one line that says what is wrong with the file
     */
    public static SigningKey read(Path file) {
        try {
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new InvalidNote("the signing key %s cannot be read (%s)".formatted(file, e));
        } catch (InvalidNote e) {
            throw new InvalidNote("%s is no signing key: %s".formatted(file, e.getMessage()));
        }
    }

    /**
     * Makes a key that only the owner of the file can read; an existing one is left alone.
     *
     * @param name the origin of the log; when empty it follows from the key
     */
    public static void createIfMissing(Path file, String name) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        SigningKey key = SigningKey.generate(name);
        write(publicHalf(file), key.verifier() + "\n", "rw-r--r--");
        write(file, key.text(), OWNER_ONLY);
    }

    /** The file with the public half of the key in {@code file}. */
    public static Path publicHalf(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    private static void write(Path file, String text, String permissions) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
