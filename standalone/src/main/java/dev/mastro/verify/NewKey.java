package dev.mastro.verify;

import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.KeyFile;
import java.io.IOException;
import java.nio.file.Path;

/** What {@code ./mastro new-key} starts: makes a key, and says what others need to know of it. */
public final class NewKey {

    private NewKey() {}

    /** Takes the file and, if it is not to follow from the key, the name of the log. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        try {
            KeyFile.createIfMissing(file, arguments.length > 1 ? arguments[1] : "");
            System.out.println(KeyFile.read(file).verifier());
        } catch (InvalidNote e) {
            System.err.println("mastro: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("mastro: cannot make the key: " + e);
            System.exit(1);
        }
    }
}
