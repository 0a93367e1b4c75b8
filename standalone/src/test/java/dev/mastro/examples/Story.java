package dev.mastro.examples;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One worked example: what one customer does and sees, and when. */
final class Story {

    private final String example;
    private final List<Scene> scenes = new ArrayList<>();
    private @Nullable Throwable failure;

    private Story(String example) {
        this.example = example;
    }

    /** What happens at an instant. */
    record Scene(Instant at, Story story, Act act) {

        void play(World world, Customer customer) {
            if (story.failure == null) {
                try {
                    act.play(customer);
                } catch (Throwable thrown) {
                    story.failure = new AssertionError("on " + world.now(), thrown);
                }
            }
        }
    }

    /** What a customer does and what must come of it. */
    interface Act {
        void play(Customer customer);
    }

    /** Begins the story of the example with this number. */
    static Story of(String example) {
        return new Story(example);
    }

    /** What happens in the morning of a day, in UTC. */
    Story on(String day, Act act) {
        return at(day + "T08:00:00Z", act);
    }

    @CanIgnoreReturnValue
    Story at(String instant, Act act) {
        scenes.add(new Scene(Instant.parse(instant), this, act));
        return this;
    }

    String example() {
        return example;
    }

    List<Scene> scenes() {
        return scenes;
    }

    void requirePlayed() throws Throwable {
        if (failure != null) {
            throw failure;
        }
    }
}
