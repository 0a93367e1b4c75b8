package dev.mastro.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder of one ledger, held by one process at a time. */
final class LedgerFolder implements AutoCloseable {

    /** It grows when the program can no longer go on with what an earlier one has stored. */
    static final String FORMAT = "2";

    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lock;

    private LedgerFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Opens or creates; refuses a folder that is in use, foreign, or of another version. */
    static LedgerFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        @Nullable FileChannel lock = null;
        try {
            Files.createDirectories(root);
            lock = lock(root);
            LedgerFolder opened = new LedgerFolder(root, lock);
            opened.checkFormat();
            opened.checkVersion();
            return opened;
        } catch (IOException e) {
            throw closing(lock, new PostgresUnavailable("cannot write to " + root, e));
        } catch (PostgresUnavailable e) {
            throw closing(lock, e);
        }
    }

    Path root() {
        return root;
    }

    /** What PostgreSQL calls its data directory. */
    Path cluster() {
        return root.resolve("postgres");
    }

    /** Becomes the cluster once it is complete. */
    Path unfinishedCluster() {
        return root.resolve("postgres.unfinished");
    }

    Path passwordFile() {
        return root.resolve("password");
    }

    /** Makes the password once, readable by the owner of the folder only. */
    void createPasswordIfMissing() throws IOException {
        if (Files.exists(passwordFile())) {
            return;
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        Path unfinished = root.resolve("password.unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, HexFormat.of().formatHex(secret));
        Files.move(unfinished, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    String password() throws IOException {
        return Files.readString(passwordFile()).strip();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new PostgresUnavailable("cannot release " + root, e);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        root.resolve(LOCK),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (!acquired(channel)) {
            String owner = Files.readString(root.resolve(LOCK)).strip();
            throw closing(
                    channel,
                    new PostgresUnavailable(
                            "data folder %s is in use by another Mastro (process %s)"
                                    .formatted(root, owner)));
        }
        byte[] pid =
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid), 0);
        return channel;
    }

    /** The lock belongs to the process and so dies with it, however it dies. */
    private static boolean acquired(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void checkFormat() throws IOException {
        Path file = root.resolve("mastro-format");
        if (!Files.exists(file)) {
            if (!Folders.isEmptyBut(root, LOCK)) {
                throw new PostgresUnavailable(
                        root + " is not a data folder of Mastro, and it is not empty");
            }
            Files.writeString(file, FORMAT + "\n");
        }
        String found = Files.readString(file).strip();
        if (!found.equals(FORMAT)) {
            throw new PostgresUnavailable(
                    "data folder %s has format %s, this Mastro reads format %s"
                            .formatted(root, found, FORMAT));
        }
    }

    private void checkVersion() throws IOException {
        Path file = cluster().resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String found = Files.readString(file).strip();
        if (!found.equals(String.valueOf(Binaries.MAJOR_VERSION))) {
            throw new PostgresUnavailable(
                    "data folder %s was written by PostgreSQL %s, this Mastro brings PostgreSQL %d"
                            .formatted(root, found, Binaries.MAJOR_VERSION));
        }
    }

    private static PostgresUnavailable closing(
            @Nullable FileChannel lock, PostgresUnavailable refusal) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            refusal.addSuppressed(e);
        }
        return refusal;
    }
}
