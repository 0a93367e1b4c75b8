package dev.mastro.chaos.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReliabilityPageTest {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern AFTERWARDS = Pattern.compile("its (effect by SQL|mark) in the .*");

    @Test
    void the_bugs_that_really_run_are_those_that_are_not_planted_afterwards() {
        List<List<String>> canaries =
                new CanaryFile(Path.of("..", "docs", "reliability", "canaries.csv")).rows();
        String page = ReliabilityPage.of(List.of(), canaries).text();
        String told = page.substring(page.indexOf("## Canaries"), page.indexOf("*Expected*"));

        assertThat(canaries).isNotEmpty();
        assertThat(NUMBER.matcher(told).results().map(MatchResult::group))
                .containsExactlyInAnyOrderElementsOf(
                        canaries.stream()
                                .filter(cells -> !AFTERWARDS.matcher(cells.get(2)).matches())
                                .map(List::getFirst)
                                .toList());
    }
}
