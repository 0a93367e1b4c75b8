package dev.mastro.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mastro.eventstore.seal.Hash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Every answer against the definition of the RFC. */
class TreeProperties {

    private static final List<Hash> LEAVES = Definition.leaves(1500);
    private static final KeptSubtrees SUBTREES = new KeptSubtrees(LEAVES);

    @Property
    void the_root_is_that_of_the_definition(@ForAll @IntRange(max = 1500) int size) {
        List<Hash> leaves = LEAVES.subList(0, size);
        RunningTree running = new RunningTree((_, _, _) -> {});
        leaves.forEach(leaf -> running.add(leaf.bytes(), 0));

        assertThat(new Tree(SUBTREES, size).root()).isEqualTo(Definition.root(leaves));
        assertThat(running.root()).isEqualTo(Definition.root(leaves));
        assertThat(running.size()).isEqualTo(size);
    }

    @Property
    void every_leaf_is_shown_to_be_included(
            @ForAll @IntRange(min = 1, max = 1500) int size,
            @ForAll @IntRange(max = 1_000_000) int any) {
        int index = any % size;
        List<Hash> leaves = LEAVES.subList(0, size);
        Hash root = Definition.root(leaves);

        InclusionProof proof = new Tree(SUBTREES, size).inclusion(index);

        assertThat(proof.path()).isEqualTo(Definition.path(index, leaves));
        assertThat(proof.shows(leaves.get(index), root)).isTrue();
        assertThat(proof.shows(Definition.leaf(-1), root)).isFalse();
        assertThat(proof.shows(leaves.get(index), Hash.ZERO)).isFalse();
    }

    @Property
    void every_smaller_tree_is_shown_to_be_the_beginning(
            @ForAll @IntRange(min = 1, max = 1500) int size,
            @ForAll @IntRange(max = 1_000_000) int any) {
        int earlier = 1 + any % size;
        List<Hash> leaves = LEAVES.subList(0, size);
        Hash then = Definition.root(leaves.subList(0, earlier));
        Hash now = Definition.root(leaves);

        ConsistencyProof proof = new Tree(SUBTREES, size).consistency(earlier);

        assertThat(proof.path()).isEqualTo(Definition.proof(earlier, leaves));
        assertThat(proof.shows(then, now)).isTrue();
        assertThat(proof.shows(Hash.ZERO, now)).isFalse();
        assertThat(proof.shows(then, Hash.ZERO)).isFalse();
    }

    @Property
    void a_proof_with_another_hash_or_for_another_place_shows_nothing(
            @ForAll @IntRange(min = 2, max = 1500) int size,
            @ForAll @IntRange(max = 1_000_000) int any) {
        int index = any % size;
        Hash leaf = LEAVES.get(index);
        Hash root = Definition.root(LEAVES.subList(0, size));
        InclusionProof proof = new Tree(SUBTREES, size).inclusion(index);
        List<Hash> forged = new ArrayList<>(proof.path());
        forged.set(any % forged.size(), Definition.leaf(-2));
        List<Hash> longer = new ArrayList<>(proof.path());
        longer.add(Hash.ZERO);
        List<Hash> shorter = proof.path().subList(1, proof.path().size());

        assertThat(new InclusionProof(index, size, forged).shows(leaf, root)).isFalse();
        assertThat(new InclusionProof(index, size, longer).shows(leaf, root)).isFalse();
        assertThat(new InclusionProof(index, size, shorter).shows(leaf, root)).isFalse();
        assertThat(new InclusionProof(index + 1L, size, proof.path()).shows(leaf, root)).isFalse();
        assertThat(new InclusionProof(-1, size, proof.path()).shows(leaf, root)).isFalse();
    }

    @Property
    void a_tree_of_another_past_is_not_consistent(
            @ForAll @IntRange(min = 2, max = 1500) int size,
            @ForAll @IntRange(max = 1_000_000) int any) {
        int earlier = 1 + any % (size - 1);
        List<Hash> other = new ArrayList<>(LEAVES.subList(0, size));
        Collections.swap(other, any % earlier, size - 1);
        Hash then = Definition.root(LEAVES.subList(0, earlier));

        ConsistencyProof proof = new Tree(new KeptSubtrees(other), size).consistency(earlier);

        assertThat(proof.shows(then, Definition.root(other))).isFalse();
    }
}
