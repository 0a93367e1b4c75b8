package dev.mastro.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** As whom the programs run, because PostgreSQL refuses to run as root. */
enum Identity {

    /** As ourselves: the normal case. */
    OWN(""),

    /** Root sees itself as nobody, a user that every machine knows; all files stay its own. */
    NAMESPACE("unshare --user --map-user=65534 --map-group=65534"),

    /** Where root may not open a namespace, as in most containers: the user nobody. */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final int NOBODY_ID = 65534;

    private final String prefix;

    Identity(String prefix) {
        this.prefix = prefix;
    }

    static Identity ofThisProcess() {
        if (new UnixSystem().getUid() != 0) {
            return OWN;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new PostgresUnavailable(
                "PostgreSQL refuses to run as root here: start Mastro as another user");
    }

    boolean works() {
        return Programs.run(as(List.of("true"))).succeeded();
    }

    List<String> as(List<String> command) {
        Stream<String> before = prefix.isEmpty() ? Stream.of() : Stream.of(prefix.split(" "));
        return Stream.concat(before, command.stream()).toList();
    }

    /** Lets the programs own what is inside the data folder. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
            Files.setAttribute(path, "unix:gid", NOBODY_ID);
        }
    }

    /** Nobody cannot look into root's home. */
    boolean reads(Path cache) {
        return this != NOBODY || !cache.startsWith(System.getProperty("user.home"));
    }
}
