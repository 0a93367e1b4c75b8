package dev.mastro.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per version from the class path. */
final class Binaries {

    static final int MAJOR_VERSION = 18;

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** Unpacks below {@code cache} unless an earlier run has done so. */
    static Binaries in(Path cache) {
        Path home = cache.resolve("postgres-" + version() + "-" + architecture());
        if (!Files.isDirectory(home)) {
            try {
                unpack(cache, home);
            } catch (IOException e) {
                throw new PostgresUnavailable(
                        "cannot unpack PostgreSQL into " + cache + ": " + e.getMessage(), e);
            }
        }
        return new Binaries(home);
    }

    /** Where the unpacked programs are shared by all data folders of one person. */
    static Path sharedCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return caches.resolve("mastro");
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toAbsolutePath().toString();
    }

    private static void unpack(Path cache, Path home) throws IOException {
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, "unpacking-");
        Folders.makeTraversable(unfinished);
        try (InputStream packed = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
            Folders.renameUnlessExists(unfinished, home);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions =
                EnumSet.of(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.GROUP_READ,
                        PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    private static InputStream archive() {
        String name = "/postgres-linux-" + architecture() + ".txz";
        @Nullable InputStream found = Binaries.class.getResourceAsStream(name);
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        if (found == null || !linux) {
            throw new PostgresUnavailable(
                    "no embedded PostgreSQL for this machine, only for Linux on x86_64 and arm64");
        }
        return found;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = Binaries.class.getResourceAsStream("binaries.properties")) {
            properties.load(file);
        } catch (IOException e) {
            throw new PostgresUnavailable("cannot read the version of PostgreSQL", e);
        }
        return properties.getProperty("version");
    }
}
