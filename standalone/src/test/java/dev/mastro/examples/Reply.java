package dev.mastro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came over HTTP. */
record Reply(int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The text at a JSON pointer; empty where there is nothing. */
    String at(String pointer) {
        JsonNode node = JSON.readTree(body).at(pointer);
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }

    String amount(String pointer) {
        return at(pointer + "/amount");
    }

    /** The texts at a pointer inside each element of an array. */
    List<String> each(String array, String pointer) {
        return JSON.readTree(body)
                .at(array)
                .valueStream()
                .map(one -> one.at(pointer).asString())
                .toList();
    }

    @CanIgnoreReturnValue
    Reply done() {
        assertThat(status).as(body).isBetween(200, 299);
        return this;
    }

    @CanIgnoreReturnValue
    Reply refused(String code) {
        assertThat(at("/code")).as(body).isEqualTo(code);
        assertThat(status).as(body).isBetween(400, 499);
        return this;
    }

    /** A JSON pointer and what must be there. */
    @CanIgnoreReturnValue
    Reply has(String pointer, String expected) {
        String found = at(pointer).isEmpty() ? amount(pointer) : at(pointer);
        assertThat(found).as("%s of %s", pointer, body).isEqualTo(expected);
        return this;
    }

    /** Net amounts of the lines of an order's invoice, and its total. */
    @CanIgnoreReturnValue
    Reply billed(String total, String... lines) {
        done();
        assertThat(each("/invoice/lines", "/net/amount")).as(body).containsExactly(lines);
        return has("/invoice/total", total);
    }

    /** Net amounts of the lines of a quote, and what is due. */
    @CanIgnoreReturnValue
    Reply quoted(String due, String... lines) {
        done();
        assertThat(each("/lines", "/net/amount")).as(body).containsExactly(lines);
        return has("/due", due);
    }
}
