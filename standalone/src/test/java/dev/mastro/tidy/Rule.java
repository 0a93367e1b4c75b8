package dev.mastro.tidy;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that no source may have.
 *
 * @param check tells each place where a source has it
 * @param wrong a source that has it
 */
record Rule(String name, Function<Source, Stream<String>> check, Source wrong) {

    @Override
    public String toString() {
        return name;
    }
}
