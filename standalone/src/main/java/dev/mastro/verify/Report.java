package dev.mastro.verify;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.query.journal.RecomputedBooks.Turnover;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a person what was found, and what could not be. */
final class Report {

    private static final int MOST = 20;

    private static final String LIMITS =
            """
            What no verifier can see: a tail that was cut off after the last checkpoint that
            somebody else has kept; events that were acknowledged and had no position yet, a matter
            of milliseconds; and a history written anew by whoever holds the database and the
            signing key, but for copies of checkpoints outside of his reach.
            """;

    private final Verification verification;

    Report(Verification verification) {
        this.verification = verification;
    }

    /** The keys, and how far they can be trusted. */
    static String keys(List<VerifierKey> keys, String from) {
        return keys.isEmpty()
                ? "keys         none: signatures are NOT checked, give --key"
                : "keys         %s (%s)"
                        .formatted(
                                keys.stream()
                                        .map(VerifierKey::toString)
                                        .collect(Collectors.joining(", ")),
                                from);
    }

    String text() {
        List<String> lines = new ArrayList<>(proof());
        lines.addAll(meaning());
        lines.add("");
        lines.add(LIMITS);
        lines.add(verdict());
        return String.join("\n", lines);
    }

    private List<String> proof() {
        SignedChain chain = verification.chain();
        Signatures signatures = verification.signatures();
        long head = chain.head().position();
        return List.of(
                line("chain", "matches up to position %,d, link %s", head, chain.head().hash()),
                line("tree", "root %s, %,d kept subtrees agree", chain.root(), chain.agreed()),
                line(
                        "checkpoints",
                        "%,d %s, %,d came from outside of the log; those that match are"
                                + " consistent, any two of them",
                        signatures.count(),
                        signatures.areChecked() ? "genuine" : "that anybody may have written",
                        verification.elsewhere()),
                line(
                        "not covered",
                        "%,d events after the last checkpoint, %,d waiting for a position",
                        head - signatures.covered(head),
                        verification.unsealed().waiting()),
                line(
                        "further on",
                        "%,d checkpoints cover more than there is",
                        signatures.beyond(head).size()));
    }

    private List<String> meaning() {
        LedgerWalk ledger = verification.ledger();
        return List.of(
                line("streams", "%,d with %,d events", ledger.streams(), ledger.events()),
                line("books", "%s", books()),
                line(
                        "speed",
                        "%,d events/s for chain and tree, %,d events/s for the books",
                        perSecond(
                                verification.chain().head().position(), verification.chainNanos()),
                        perSecond(ledger.events(), verification.ledgerNanos())));
    }

    private String verdict() {
        List<Finding> findings = verification.findings();
        if (findings.isEmpty()) {
            return "INTACT";
        }
        String rest =
                findings.stream()
                        .limit(MOST)
                        .map(finding -> "  " + finding)
                        .collect(Collectors.joining("\n"));
        String more =
                findings.size() > MOST ? "\n  and %d more".formatted(findings.size() - MOST) : "";
        return "NOT INTACT, the first of it at position %d\n"
                        .formatted(findings.getFirst().position())
                + rest
                + more;
    }

    private String books() {
        List<Turnover> turnovers = verification.ledger().turnovers();
        return turnovers.isEmpty()
                ? "no postings"
                : turnovers.stream().map(Report::balance).collect(Collectors.joining("; "));
    }

    private static String balance(Turnover turnover) {
        String code = turnover.currency().getCode();
        return turnover.balanced()
                ? "%s debits and credits are both %s"
                        .formatted(code, major(turnover, turnover.debit()))
                : "%s debits are %s, credits %s"
                        .formatted(
                                code,
                                major(turnover, turnover.debit()),
                                major(turnover, turnover.credit()));
    }

    private static String major(Turnover turnover, BigInteger minor) {
        return new BigDecimal(minor, turnover.currency().getDecimalPlaces()).toPlainString();
    }

    private static long perSecond(long events, long nanos) {
        return nanos == 0 ? 0 : events * 1_000_000 / Math.max(1, nanos / 1000);
    }

    @FormatMethod
    private static String line(String title, @FormatString String format, Object... values) {
        String told = String.format(Locale.ROOT, format, values);
        return String.format(Locale.ROOT, "%-12s %s", title, told);
    }
}
