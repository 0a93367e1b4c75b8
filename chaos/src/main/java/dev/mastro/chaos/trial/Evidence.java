package dev.mastro.chaos.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * What shows that the fault was really there, and what the fault itself asks for beyond the
 * invariants.
 */
public record Evidence(boolean landed, String what, List<String> complaints) {

    public Evidence {
        complaints = List.copyOf(complaints);
    }

    /** It landed if so. */
    public static Evidence of(boolean landed, String what) {
        return new Evidence(landed, what, List.of());
    }

    /** And this must be so as well, or the trial has found something. */
    public Evidence requiring(boolean holds, String otherwise) {
        List<String> more = new ArrayList<>(complaints);
        if (!holds) {
            more.add(otherwise);
        }
        return new Evidence(landed, what, more);
    }

    /** With something more to tell. */
    public Evidence and(String more) {
        return new Evidence(landed, what + "; " + more, complaints);
    }
}
