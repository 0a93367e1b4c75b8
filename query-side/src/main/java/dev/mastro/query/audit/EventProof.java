package dev.mastro.query.audit;

import dev.mastro.eventstore.proof.InclusionProof;
import dev.mastro.eventstore.seal.Hash;
import dev.mastro.eventstore.seal.StoredFields;
import java.util.List;

/**
 * That an event is in the log, for somebody who believes nothing but the key. The leaf is the
 * SHA-256 of a zero byte and of each stored field behind its length in four bytes; the path leads
 * from there to the root that the checkpoint signs.
 *
 * @param stored what the leaf is computed from; payload and metadata in base 64
 * @param leafHash in hexadecimal, as all hashes
 * @param chainHash the chain up to this event: of the byte 2, the hash of the chain before, the
 *     position in eight bytes, and the leaf
 */
record EventProof(
        long position,
        StoredFields stored,
        String leafHash,
        String chainHash,
        Inclusion inclusion,
        CheckpointView checkpoint) {

    /** By RFC 6962: the leaf's place, counted from 0, and the hashes beside its way to the root. */
    record Inclusion(long leafIndex, long treeSize, List<String> path) {

        static Inclusion of(InclusionProof proof) {
            return new Inclusion(
                    proof.index(),
                    proof.size(),
                    proof.path().stream().map(Hash::toString).toList());
        }
    }
}
