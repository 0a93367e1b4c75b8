package dev.mastro.chaos.world;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk for the data of a server that is small enough to be filled: a tmpfs, which only root may
 * mount. Where that is not possible the data lies where it always does.
 */
public final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 64 * 1024;
    private static final int PAGE = 4 * 1024;

    private final Path folder;
    private final boolean isMounted;

    private SmallDisk(Path folder, boolean isMounted) {
        this.folder = folder;
        this.isMounted = isMounted;
    }

    /** None at all for 0 megabytes. */
    static SmallDisk at(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        if (megabytes == 0) {
            return new SmallDisk(folder, false);
        }
        try {
            Processes.run(
                    "mount",
                    "-t",
                    "tmpfs",
                    "-o",
                    "size=%dm,mode=755".formatted(megabytes),
                    "mastro-chaos",
                    folder.toAbsolutePath().toString());
            return new SmallDisk(folder, true);
        } catch (IllegalStateException | UncheckedIOException e) {
            return new SmallDisk(folder, false);
        }
    }

    /** Whether it is there at all. */
    public boolean isMounted() {
        return isMounted;
    }

    /** Leaves no room for anything, not even for a page. */
    public void fill() {
        if (!isMounted) {
            throw new IllegalStateException("this is no disk of our own: " + folder);
        }
        fillBy(CHUNK);
        fillBy(PAGE);
    }

    /** How many bytes could still be written. */
    public long left() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes back what has filled it. */
    public void makeRoom() {
        try {
            Files.deleteIfExists(ballast(CHUNK));
            Files.deleteIfExists(ballast(PAGE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fillBy(int bytes) {
        byte[] nothing = new byte[bytes];
        try (OutputStream out = Files.newOutputStream(ballast(bytes))) {
            while (left() >= bytes) {
                out.write(nothing);
            }
        } catch (IOException e) {
            // There is no room any more, and that is what was wanted.
        }
    }

    private Path ballast(int bytes) {
        return folder.resolve("ballast-" + bytes);
    }

    @Override
    public void close() {
        if (isMounted) {
            Processes.run("umount", folder.toAbsolutePath().toString());
        }
    }
}
