package dev.mastro.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @Test
    void every_link_of_the_documents_leads_somewhere() throws IOException {
        for (Path document : documents()) {
            assertThat(broken(Files.readString(document), document)).as("%s", document).isEmpty();
        }
    }

    @Test
    void a_link_that_leads_nowhere_is_caught() {
        Path readme = PROJECT.resolve("README.md");

        assertThat(broken("[here](README.md), [there](docs/nowhere.md)", readme))
                .containsExactly("docs/nowhere.md");
    }

    @Test
    void a_decision_record_says_status_context_decision_and_consequences() throws IOException {
        try (Stream<Path> records = Files.list(PROJECT.resolve("docs/adr"))) {
            assertThat(records.map(LinksTest::headings))
                    .isNotEmpty()
                    .containsOnly(List.of("Status", "Context", "Decision", "Consequences"));
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(PROJECT.resolve("docs"))) {
            Stream<Path> readme = Stream.of(PROJECT.resolve("README.md"));
            return Stream.concat(readme, docs.filter(path -> path.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static List<String> broken(String text, Path document) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(document.resolveSibling(link)))
                .toList();
    }

    private static List<String> headings(Path document) {
        try {
            return Files.readString(document)
                    .lines()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
