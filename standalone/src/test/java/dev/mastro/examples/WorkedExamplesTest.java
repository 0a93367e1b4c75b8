package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class WorkedExamplesTest {

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> every_example_comes_out_over_http_as_computed_by_hand() {
        List<Story> stories =
                Stream.of(
                                CalendarStories.all(),
                                PlanStories.all(),
                                CreditStories.all(),
                                NonPaymentStories.all(),
                                MoneyStories.all(),
                                EndingStories.all(),
                                List.of(WholeLifeStory.story()))
                        .flatMap(List::stream)
                        .toList();
        World.play(stories, folder);
        return stories.stream()
                .map(story -> DynamicTest.dynamicTest(story.example(), story::requirePlayed));
    }

    @Test
    void a_story_that_comes_out_otherwise_fails() {
        Story wrong =
                Story.of("SEAT-1 with a wrong figure")
                        .on("2025-04-10", c -> c.byCard("zoom").buys("pro", 10).billed("159.91"));

        World.play(List.of(wrong), folder);

        assertThatThrownBy(wrong::requirePlayed).hasStackTraceContaining("159.90");
    }
}
