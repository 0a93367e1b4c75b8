package dev.mastro.verify;

import dev.mastro.eventstore.checkpoint.KeptCheckpoint;
import dev.mastro.eventstore.note.Checkpoint;
import dev.mastro.eventstore.note.InvalidNote;
import dev.mastro.eventstore.note.VerifierKey;
import dev.mastro.verify.LogSource.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the notes say, as far as they can be believed. */
final class Signatures {

    private final List<VerifierKey> keys;
    private final NavigableMap<Long, List<Said>> bySize = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int count;

    Signatures(List<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** A checkpoint, and where it is from. */
    record Said(Checkpoint checkpoint, String from) {}

    void add(Note note) {
        try {
            KeptCheckpoint kept = KeptCheckpoint.parse(note.text());
            if (note.size() >= 0 && kept.size() != note.size()) {
                complain(note, "covers %d events, not %d".formatted(kept.size(), note.size()));
                return;
            }
            if (!keys.isEmpty() && kept.note().signedBy(keys).isEmpty()) {
                complain(note, "is signed by none of the keys, but by " + kept.note().claimed());
                return;
            }
            if (!keys.isEmpty() && isForeign(kept.checkpoint())) {
                complain(note, "is of another log, " + kept.checkpoint().origin());
                return;
            }
            count++;
            bySize.computeIfAbsent(kept.size(), _ -> new ArrayList<>())
                    .add(new Said(kept.checkpoint(), note.from()));
        } catch (InvalidNote e) {
            complain(note, "is not genuine: " + e.getMessage());
        }
    }

    private boolean isForeign(Checkpoint checkpoint) {
        return keys.stream().noneMatch(key -> key.name().equals(checkpoint.origin()));
    }

    private void complain(Note note, String what) {
        findings.add(
                new Finding(
                        Math.max(0, note.size()),
                        "a checkpoint from %s %s".formatted(note.from(), what)));
    }

    /** The next size behind this one that any of them covers. */
    long next(long size) {
        Long next = bySize.higherKey(size);
        return next == null ? Long.MAX_VALUE : next;
    }

    List<Said> at(long size) {
        return bySize.getOrDefault(size, List.of());
    }

    /** Those that cover more than there is. */
    List<Said> beyond(long size) {
        return bySize.tailMap(size, false).values().stream().flatMap(List::stream).toList();
    }

    /** Whether there are keys to check them with. */
    boolean areChecked() {
        return !keys.isEmpty();
    }

    /** How many notes are genuine, as far as that is checked. */
    int count() {
        return count;
    }

    /** Up to which position the log is signed, by what can be believed. */
    long covered(long head) {
        Long size = bySize.floorKey(head);
        return size == null ? 0 : size;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
