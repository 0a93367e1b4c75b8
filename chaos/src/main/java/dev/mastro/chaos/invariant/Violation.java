package dev.mastro.chaos.invariant;

/** An invariant that does not hold, and by what. */
public record Violation(Invariant invariant, String what) {

    private static final int LONGEST = 400;

    public Violation {
        what = what.length() > LONGEST ? what.substring(0, LONGEST) + " ..." : what;
    }

    @Override
    public String toString() {
        return invariant + ": " + what;
    }
}
