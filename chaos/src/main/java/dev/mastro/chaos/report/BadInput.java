package dev.mastro.chaos.report;

import java.util.List;
import java.util.stream.Collectors;

/** What becomes of a store that is not as it should be, and where that is shown. */
final class BadInput {

    private static final List<List<String>> ROWS =
            List.of(
                    List.of(
                            "a log of an earlier version, before positions, proofs and read models",
                            "it gets all of them at the start and is read as it was meant",
                            "F21"),
                    List.of(
                            "an event of an earlier revision",
                            "it is read as its successor",
                            "F21, `SettlementUpcastersTest`"),
                    List.of(
                            "a database of a later version",
                            "no process starts, and nothing is changed",
                            "`SharedHistoryTest`"),
                    List.of(
                            "a log that was edited",
                            "no process with the key starts; `verify` names the position",
                            "`CheckpointerTest`, F23, `TamperingTest`"),
                    List.of(
                            "a log that is edited while it runs",
                            "nothing is signed any more, and the health is red",
                            "`CheckpointerTest`"),
                    List.of(
                            "a log without its end, as from an older backup",
                            "no process with the key starts if a copy of a checkpoint covers more",
                            "`CheckpointerTest`"),
                    List.of(
                            "a token from the future",
                            "its read model has failed, the health is red, and nothing is skipped",
                            "`ReaderBeyondTheLogIT`"),
                    List.of(
                            "a checkpoint of another origin or key",
                            "no process with the key starts; `verify` says so",
                            "`CheckpointerTest`, F23, `TamperingTest`"),
                    List.of(
                            "a full disk",
                            "writes are refused by 503, and nobody repairs anything",
                            "F13"),
                    List.of(
                            "a server that may forget what it acknowledged",
                            "no process starts",
                            "`EventStoreGuardTest`"),
                    List.of(
                            "two processes of one name",
                            "names are random; a segment belongs to one of them",
                            "`ProcessIdentityTest`"));

    private BadInput() {}

    static String section() {
        return ROWS.stream()
                .map(row -> row.stream().collect(Collectors.joining(" | ", "| ", " |")))
                .collect(
                        Collectors.joining(
                                "\n",
                                """
                                ## Stores that are not as they should be

                                | what | what happens | shown by |
                                |---|---|---|
                                """,
                                "\n"));
    }
}
