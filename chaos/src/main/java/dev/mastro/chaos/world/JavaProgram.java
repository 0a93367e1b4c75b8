package dev.mastro.chaos.world;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program of our own class path is started, be that classes or one packed jar. */
final class JavaProgram {

    private static final String PACKED = "-exec.jar";
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

    static List<String> command(String mainClass, List<String> arguments) {
        String classPath = System.getProperty("java.class.path");
        boolean packed = classPath.endsWith(PACKED);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath));
        if (packed) {
            command.add("-Dloader.main=" + mainClass);
        }
        command.add(packed ? LAUNCHER : mainClass);
        command.addAll(arguments);
        return command;
    }
}
