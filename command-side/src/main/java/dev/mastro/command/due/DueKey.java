package dev.mastro.command.due;

import java.util.Comparator;

/** Names a due item: there is at most one of a kind about a subject. */
public record DueKey(DueKind kind, String subject) implements Comparable<DueKey> {

    private static final Comparator<DueKey> ORDER =
            Comparator.comparing(DueKey::kind).thenComparing(DueKey::subject);

    static DueKey of(DueKind kind, Object subject) {
        return new DueKey(kind, subject.toString());
    }

    @Override
    public int compareTo(DueKey other) {
        return ORDER.compare(this, other);
    }
}
