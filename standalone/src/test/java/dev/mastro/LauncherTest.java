package dev.mastro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs a copy of the script in a project of pretended tools, so that it is fast and alone. */
class LauncherTest {

    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "dirname",
                    "readlink",
                    "grep",
                    "find",
                    "mkdir",
                    "mktemp",
                    "mv",
                    "rm",
                    "cat",
                    "env");

    @TempDir Path folder;

    private Path project;
    private Path tools;
    private Path jdk;
    private Path mavenCalls;
    private final Map<String, String> moreEnvironment = new HashMap<>();

    @BeforeEach
    void pretendAProjectAMavenAndAJdk() throws IOException {
        project = Files.createDirectories(folder.resolve("my project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        mavenCalls = folder.resolve("maven-calls");
        Path source = Path.of("..").toAbsolutePath().normalize();
        copy(source.resolve("mastro"), project.resolve("mastro"));
        copy(source.resolve(".ci/run"), project.resolve(".ci/run"));
        for (String module : List.of("standalone", "benchmarks", "chaos")) {
            Files.createDirectories(project.resolve(module + "/src/main"));
            Files.createFile(project.resolve(module + "/pom.xml"));
        }
        Files.createFile(project.resolve("pom.xml"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin").resolve(tool));
        }
        jdk = pretendedJdk("jdk", "25.0.3");
        program(tools.resolve("hledger"), "exit 0");
    }

    @ParameterizedTest
    @CsvSource({
        "fly,               'unknown command fly, see ./mastro help'",
        "run --colour=red,  'unknown option --colour=red, see ./mastro help'",
        "run --port,        '--port needs a value'",
        "test fast,         'unknown option fast, see ./mastro help'",
        "import-telco,      'import-telco needs a file, see ./mastro help'",
        "import-telco pom.xml --clock=real, 'unknown option --clock=real, see ./mastro help'",
        "chaos --faults=F1, 'unknown option --faults=F1, see ./mastro help'",
        "chaos --fault,     '--fault needs =value'",
        "chaos --again=1,   'unknown option --again=1, see ./mastro help'",
        "verify --port=1,   'unknown option --port=1, see ./mastro help'",
        "verify --key,      '--key needs a value'",
        "new-key,           'new-key needs a file, see ./mastro help'",
        "new-key --help,    'new-key needs a file, see ./mastro help'",
        "new-key my.key books more, 'new-key takes a file and a name, not more'"
    })
    void a_wrong_command_is_one_line_and_exit_code_2(String command, String complaint)
            throws Exception {
        Result result = mastro(command.split(" "));

        assertThat(result).isEqualTo(new Result(2, "mastro: " + complaint + "\n"));
    }

    @Test
    void help_names_every_command() throws Exception {
        assertThat(mastro("help").output())
                .contains("run", "test", "import-telco", "chaos", "verify", "new-key")
                .contains("--clock=");
    }

    @Test
    void a_missing_jdk_is_one_line_that_says_how_to_get_one() throws Exception {
        jdk = pretendedJdk("old", "17.0.15");

        Result result = mastro("run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output().lines())
                .singleElement()
                .asString()
                .startsWith("mastro: no JDK 25 found: install one");
    }

    @Test
    void a_missing_maven_is_one_line_that_says_how_to_get_it() throws Exception {
        assertThat(mastro("test"))
                .isEqualTo(
                        new Result(
                                1,
                                "mastro: no Maven found: install it"
                                        + " (Debian: apt install maven)\n"));
    }

    @Test
    void a_missing_hledger_is_one_line_that_says_how_to_get_it() throws Exception {
        pretendMaven();
        Files.delete(tools.resolve("hledger"));

        assertThat(mastro("test"))
                .isEqualTo(
                        new Result(
                                1,
                                "mastro: no hledger found, the tests need it: install it"
                                        + " (Debian: apt install hledger)\n"));
    }

    @Test
    void the_first_run_builds_and_the_second_does_not() throws Exception {
        pretendMaven();

        assertThat(mastro("run", "--port=9").output())
                .contains("standalone-1.0.0-SNAPSHOT-exec.jar --port=9");
        assertThat(mastro("run", "--port", "9").output()).contains("exec.jar --port 9");

        assertThat(Files.readAllLines(mavenCalls)).hasSize(1);
    }

    @Test
    void the_first_run_leaves_a_cache_for_those_that_follow_until_the_next_build()
            throws Exception {
        pretendMaven();
        Path cache = project.resolve("standalone/target/unpacked/start.aot");

        assertThat(mastro("run").output()).contains("-XX:AOTCacheOutput=" + cache);
        Files.createFile(cache);
        assertThat(mastro("run").output()).contains("-XX:AOTCache=" + cache);

        Path changed = Files.createFile(project.resolve("standalone/src/main/New.java"));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(mastro("run").output()).contains("-XX:AOTCacheOutput=" + cache);
    }

    @Test
    void a_changed_source_is_built_again() throws Exception {
        pretendMaven();
        assertThat(mastro("run").exitCode()).isZero();
        Path changed = Files.createFile(project.resolve("standalone/src/main/New.java"));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

        assertThat(mastro("run").exitCode()).isZero();

        assertThat(Files.readAllLines(mavenCalls)).hasSize(2);
    }

    @Test
    void options_for_maven_reach_it() throws Exception {
        pretendMaven();
        moreEnvironment.put("MAVEN_ARGS", "-o -Dmaven.repo.local=/somewhere");

        assertThat(mastro("test").exitCode()).isZero();

        assertThat(Files.readString(mavenCalls))
                .endsWith(" -o -Dmaven.repo.local=/somewhere clean verify\n");
    }

    @Test
    void a_failed_build_starts_nothing() throws Exception {
        program(tools.resolve("mvn"), "exit 1");

        Result result = mastro("run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).endsWith("mastro: the build failed, see above\n");
    }

    @Test
    void the_importer_gets_its_file() throws Exception {
        pretendMaven();
        Path book = Files.createFile(folder.resolve("book.csv"));

        assertThat(mastro("import-telco", book.toString(), "--data=d").output())
                .contains("benchmarks-1.0.0-SNAPSHOT-exec.jar " + book + " --data=d");
    }

    @Test
    void the_suite_of_faults_gets_its_options_and_the_project() throws Exception {
        pretendMaven();

        assertThat(mastro("chaos", "--fault=F4", "--seed=7", "--again").output())
                .contains(
                        "chaos-1.0.0-SNAPSHOT-exec.jar --project=%s --fault=F4 --seed=7 --again"
                                .formatted(project));
    }

    @Test
    void the_verifier_is_a_program_of_its_own_in_the_same_jar() throws Exception {
        pretendMaven();

        assertThat(mastro("verify", "--data=d", "--key=a", "--key=b").output())
                .contains("-Dloader.main=dev.mastro.verify.Verify")
                .endsWith("PropertiesLauncher --data=d --key=a --key=b\n");
    }

    @Test
    void a_key_is_never_made_over_another() throws Exception {
        pretendMaven();
        Path key = Files.createFile(folder.resolve("my.key"));

        assertThat(mastro("new-key", key.toString()))
                .isEqualTo(new Result(1, "mastro: " + key + " is there already\n"));
    }

    @Test
    void continuous_integration_calls_the_same_test_command() throws Exception {
        pretendMaven();

        assertThat(run(List.of(project.resolve(".ci/run").toString())).exitCode()).isZero();

        assertThat(Files.readString(mavenCalls)).endsWith(" verify\n");
    }

    private record Result(int exitCode, String output) {}

    private Result mastro(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(project.resolve("mastro").toString()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private Result run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", tools.toString(),
                                "HOME", folder.toString(),
                                "JAVA_HOME", jdk.toString(),
                                "MASTRO_JDK_FOLDERS", ""));
        builder.environment().putAll(moreEnvironment);
        Process process = builder.redirectErrorStream(true).start();
        byte[] output = process.getInputStream().readAllBytes();
        return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    }

    private Path pretendedJdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        program(
                home.resolve("bin/java"),
                """
                if [ "$1" = -Djarmode=tools ]; then
                    mkdir -p "${!#}" && : >"${!#}/${3##*/}"
                else
                    echo "$@"
                fi
                """);
        program(home.resolve("bin/javac"), "exit 1");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void pretendMaven() throws IOException {
        program(
                tools.resolve("mvn"),
                """
                echo "$@" >>'%s'
                case " $* " in *' clean '*) rm -rf "$PWD/target" "$PWD"/*/target ;; esac
                for module in standalone benchmarks chaos; do
                    mkdir -p "$PWD/$module/target"
                    : >"$PWD/$module/target/$module-1.0.0-SNAPSHOT-exec.jar"
                done
                """
                        .formatted(mavenCalls));
    }

    private static void program(Path path, String body) throws IOException {
        Files.createDirectories(path.resolve("..").normalize());
        Files.writeString(path, "#!/usr/bin/env bash\n" + body + "\n");
        makeExecutable(path);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("..").normalize());
        Files.copy(from, to);
        makeExecutable(to);
    }

    private static void makeExecutable(Path path) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
