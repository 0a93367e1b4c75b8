package dev.mastro.chaos.invariant;

/** What must hold after every fault. */
public enum Invariant {
    I1("no acknowledged command is lost"),
    I2("none is applied twice"),
    I3("refused means absent"),
    I4("the books balance"),
    I5("streams and shared numbers are dense"),
    I6("positions are dense, and every event has one"),
    I7("the chain of hashes holds"),
    I8("read models equal a rebuild"),
    I9("each event counts exactly once in each read model"),
    I10("readers never go back"),
    I11("what is shown is the fold of the raw events"),
    I12("same key, same answer"),
    I13("nothing is stuck"),
    I14("what nodes remember agrees");

    private final String meaning;

    Invariant(String meaning) {
        this.meaning = meaning;
    }

    /** In plain words. */
    public String meaning() {
        return meaning;
    }

    Violation brokenBy(String what) {
        return new Violation(this, what);
    }
}
