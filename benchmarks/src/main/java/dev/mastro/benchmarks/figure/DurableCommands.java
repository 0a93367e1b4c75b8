package dev.mastro.benchmarks.figure;

import dev.mastro.benchmarks.report.Aim;
import dev.mastro.benchmarks.report.Title;
import java.time.Duration;
import java.util.List;

/** A: what the writer of the log makes of many senders. */
final class DurableCommands implements Figure {

    private static final List<Integer> SENDERS = List.of(1, 8, 32, 128);

    @Override
    public Title title() {
        return new Title(
                "A",
                "durable commands on distinct accounts",
                Aim.ratioAtLeast(4).onlyFor("32 senders", "128 senders"));
    }

    @Override
    public void measure(Course course) {
        try (Store store = new Store(course.folder().resolve("a"))) {
            StockStore stock = new StockStore(store);
            try (Commands ours = Commands.of(store);
                    Commands theirs = new Commands(stock.commands(), stock.events())) {
                course.warmUp(8, _ -> ours.send());
                course.warmUp(8, _ -> theirs.send());
                course.eachRound(round ->
                        SENDERS.forEach(count -> {
                            String variant = count == 1 ? "1 sender" : count + " senders";
                            course.add(
                                    this,
                                    variant,
                                    "stock engine",
                                    round,
                                    pace(count, course.span(), theirs),
                                    "commands/s");
                            course.mastro(
                                    this,
                                    variant,
                                    round,
                                    pace(count, course.span(), ours),
                                    "commands/s");
                        }));
            }
        }
    }

    private static double pace(int senders, Duration span, Commands commands) {
        return Senders.pace(senders, span, _ -> commands.send()).perSecond();
    }
}
