package dev.mastro.chaos.fault.reading;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One way in which events of an account become such that some read model cannot handle them. */
interface Poison {

    /** For people. */
    String inWords();

    /** Does it to an account. */
    void plant(JdbcClient database, String account);

    /** Takes it away, where that is a matter of the database. */
    void heal(JdbcClient database);

    /** Whether only another build can handle what was recorded. */
    default boolean needsAnotherBuild() {
        return false;
    }

    /** All thirty, of which each repetition takes the next. */
    static Poison of(int repetition) {
        List<Poison> all =
                Stream.of(
                                RefusedRows.all().stream(),
                                LostRows.all().stream(),
                                UnreadableEvents.all(repetition).stream())
                        .<Poison>flatMap(kinds -> kinds)
                        .toList();
        return all.get((repetition - 1) % all.size());
    }
}
