package dev.mastro.chaos.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program of our own class path is started, be that classes or one packed jar. */
final class JavaProgram {

    static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final String LAUNCHER =
            "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** Many of them share two cores for a short life: what starts fast matters. */
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx320m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private JavaProgram() {}

    /** Whether our classes lie in jars within one jar, which a launcher of its own reads. */
    static boolean isPacked() {
        return !ClassLoader.getSystemClassLoader().equals(JavaProgram.class.getClassLoader());
    }

    static List<String> command(String mainClass, List<String> arguments) {
        return command(List.of(), mainClass, arguments);
    }

    /** With more options for Java itself. */
    static List<String> command(List<String> more, String mainClass, List<String> arguments) {
        boolean packed = isPacked();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(more);
        command.addAll(List.of("-cp", CLASS_PATH));
        if (packed) {
            command.add("-Dloader.main=" + mainClass);
        }
        command.add(packed ? LAUNCHER : mainClass);
        command.addAll(arguments);
        return command;
    }
}
