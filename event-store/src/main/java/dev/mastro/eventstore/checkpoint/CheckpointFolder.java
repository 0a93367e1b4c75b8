package dev.mastro.eventstore.checkpoint;

import dev.mastro.eventstore.note.InvalidNote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Copies of checkpoints outside the database, one file each, named by how much it covers. */
public final class CheckpointFolder {

    private static final String SUFFIX = ".note";
    private static final String NAME = "[0-9]{19}\\" + SUFFIX;

    private static final FileAttribute<?> FOR_ALL_TO_READ =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    /** Keeps a copy; it is on disk before this returns, whole or not at all. */
    void add(KeptCheckpoint kept) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("%019d%s".formatted(kept.size(), SUFFIX));
            Path unfinished = Files.createTempFile(folder, "unfinished-", "", FOR_ALL_TO_READ);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.write(
                        ByteBuffer.wrap(kept.note().toString().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a copy of a checkpoint", e);
        }
    }

    /**
     * The copy that covers most.
     *
     * @throws RefusedLog when it cannot be read
     */
    Optional<KeptCheckpoint> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            Optional<Path> newest =
                    files.filter(file -> file.getFileName().toString().matches(NAME))
                            .max(Comparator.comparing(file -> file.getFileName().toString()));
            return newest.map(CheckpointFolder::read);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static KeptCheckpoint read(Path file) {
        try {
            return KeptCheckpoint.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        } catch (InvalidNote e) {
            throw new RefusedLog("%s is no checkpoint: %s".formatted(file, e.getMessage()));
        }
    }
}
