package dev.mastro.docker;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What the Dockerfile of a side must say. */
final class DockerfileChecks {

    private static final Pattern PATH = Pattern.compile("GET (\\S+) HTTP");

    private DockerfileChecks() {}

    static Map<String, BiPredicate<String, String>> all() {
        return Map.of(
                "pinned base image", (file, _) -> hasPinnedBase(file),
                "jar that Maven builds", DockerfileChecks::copiesTheJar,
                "user that is not root", (file, _) -> file.contains("\nUSER mastro\n"),
                "port of the side", DockerfileChecks::exposesThePort,
                "health check that asks the side", DockerfileChecks::asksForReadiness,
                "start of the jar", DockerfileChecks::startsTheJar);
    }

    private static boolean hasPinnedBase(String file) {
        List<String> bases =
                file.lines()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.substring(5))
                        .toList();
        return !bases.isEmpty() && bases.stream().allMatch(ComposeChecks::isPinned);
    }

    private static boolean copiesTheJar(String file, String side) {
        String jar = "%s-%s-exec.jar".formatted(side, Project.version());
        return file.contains("COPY target/" + jar + " " + side + ".jar\n");
    }

    private static boolean startsTheJar(String file, String side) {
        return file.contains("\"-jar\", \"" + side + ".jar\"]");
    }

    private static boolean exposesThePort(String file, String side) {
        return file.contains("EXPOSE " + Project.port(side) + "\n");
    }

    private static boolean asksForReadiness(String file, String side) {
        return file.contains("/dev/tcp/127.0.0.1/" + Project.port(side) + ";")
                && PATH.matcher(file)
                        .results()
                        .anyMatch(found -> found.group(1).equals("/actuator/health/readiness"));
    }
}
