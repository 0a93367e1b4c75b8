package dev.mastro.chaos.world;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What Java has loaded when a program ends, kept beside the jars for the starts that follow. Most
 * faults end processes under load, and without it their next start takes most of a repetition. Java
 * can keep it only for jars in a folder, so neither classes in folders nor a packed jar have one.
 */
record StartCache(Path file) {

    static StartCache of(Side side) {
        Path beside = Path.of(JavaProgram.CLASS_PATH).toAbsolutePath();
        return new StartCache(beside.resolveSibling(side.name().toLowerCase(Locale.ROOT) + ".aot"));
    }

    /** Whether there can be one. */
    static boolean isPossible() {
        return JavaProgram.CLASS_PATH.endsWith(".jar")
                && !JavaProgram.CLASS_PATH.contains(File.pathSeparator)
                && !JavaProgram.isPacked();
    }

    boolean isThere() {
        return isPossible() && Files.exists(file);
    }

    /** For a start that reads it, if it is there. */
    List<String> read() {
        return isThere() ? List.of("-XX:AOTCache=" + file) : List.of();
    }

    /** For a start that makes it when the program ends. */
    List<String> made() {
        return List.of("-XX:AOTCacheOutput=" + file);
    }
}
