package dev.mastro.eventstore.seal;

/**
 * The chain of hashes up to and including one position: whoever changes an event changes every link
 * from there on.
 */
public record ChainLink(long position, Hash hash) {

    /** Before the first event. */
    public static final ChainLink START = new ChainLink(0, Hash.ZERO);

    /** The link of the event that follows, which has this leaf. */
    public ChainLink next(Hash leaf) {
        RunningChain chain = new RunningChain(this);
        chain.add(leaf.bytes(), 0);
        return chain.head();
    }
}
