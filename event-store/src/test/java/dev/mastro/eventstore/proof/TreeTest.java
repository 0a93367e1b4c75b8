package dev.mastro.eventstore.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mastro.eventstore.seal.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int LARGE = 70_000;

    /** The leaves that all implementations of Certificate Transparency try. */
    private static final List<Hash> KNOWN_LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(TreeTest::leafOf)
                    .toList();

    @Test
    void the_roots_are_those_that_everybody_computes() {
        assertThat(new Tree(new KeptSubtrees(KNOWN_LEAVES), 0).root())
                .hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new Tree(new KeptSubtrees(KNOWN_LEAVES), 1).root())
                .hasToString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(new Tree(new KeptSubtrees(KNOWN_LEAVES), 8).root())
                .hasToString("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void answers_about_a_large_tree_need_a_few_rows_of_it() {
        List<Hash> leaves = Definition.leaves(LARGE);
        Hash root = Definition.root(leaves);

        KeptSubtrees forRoot = new KeptSubtrees(leaves);
        assertThat(new Tree(forRoot, LARGE).root()).isEqualTo(root);
        assertThat(forRoot.asked()).isLessThan(3 * Subtrees.WIDTH);

        KeptSubtrees forInclusion = new KeptSubtrees(leaves);
        InclusionProof proof = new Tree(forInclusion, LARGE).inclusion(31_415);
        assertThat(proof.path()).isEqualTo(Definition.path(31_415, leaves));
        assertThat(proof.shows(leaves.get(31_415), root)).isTrue();
        assertThat(forInclusion.asked()).isLessThan(6 * Subtrees.WIDTH);
    }

    @Test
    void there_is_no_proof_of_what_is_not_there() {
        Tree tree = new Tree(new KeptSubtrees(KNOWN_LEAVES), 8);

        assertThatThrownBy(() -> tree.inclusion(8)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(9)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Hash leafOf(String hex) {
        var digest = Hash.digest();
        digest.update((byte) 0);
        digest.update(HexFormat.of().parseHex(hex));
        return Hash.of(digest);
    }
}
