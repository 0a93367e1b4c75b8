package dev.mastro.verify;

import dev.mastro.verify.LogSource.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Notes that somebody has kept in files. */
final class Notes {

    private static final String SUFFIX = ".note";
    private static final int ANY_SIZE = -1;

    private Notes() {}

    /** Of all these places, each of which must have some. */
    static List<Note> in(List<Path> places) {
        List<Note> all = new ArrayList<>();
        for (Path place : places) {
            List<Note> notes = in(place);
            if (notes.isEmpty()) {
                throw new CannotVerify(
                        "there is no checkpoint (*%s) in %s".formatted(SUFFIX, place));
            }
            all.addAll(notes);
        }
        return all;
    }

    /** Of a file, or of all files of a folder that are called so. */
    static List<Note> in(Path place) {
        try {
            if (!Files.isDirectory(place)) {
                return List.of(read(place));
            }
            try (Stream<Path> files = Files.list(place)) {
                return files.filter(file -> file.toString().endsWith(SUFFIX))
                        .sorted()
                        .map(Notes::read)
                        .toList();
            }
        } catch (IOException e) {
            throw new CannotVerify("cannot read " + place, e);
        }
    }

    private static Note read(Path file) {
        try {
            return new Note(ANY_SIZE, Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CannotVerify("cannot read " + file, e);
        }
    }
}
