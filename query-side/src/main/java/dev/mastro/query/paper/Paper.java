package dev.mastro.query.paper;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is printed on a document, in the words of its reader: what the template shows. */
record Paper(
        Heading heading,
        List<Text> to,
        List<Entry> facts,
        Band band,
        List<Column> columns,
        List<Row> rows,
        List<Sum> sums,
        List<String> notes) {

    /** Which document this is, whose, and in which language. */
    record Heading(
            Words words,
            String title,
            String number,
            String accountNumber,
            Head head,
            String toLabel,
            List<String> foot) {}

    /** The seller. */
    record Head(String name, List<String> lines, String colour) {}

    /** A text and how it is printed. */
    record Text(String style, String text) {}

    /** A fact with what it is called. */
    record Entry(String label, String text) {}

    /** The amount that matters most, and how the document stands. */
    record Band(String label, String sum, @Nullable String state, String tone) {}

    /** A column of the table. */
    record Column(String text, String style, String width) {}

    /** A row of the table. */
    record Row(String style, List<Cell> cells) {}

    /** A cell of the table over {@code span} columns. */
    record Cell(String text, @Nullable String detail, String style, int span) {

        static Cell of(String text) {
            return new Cell(text, null, "first", 1);
        }

        static Cell of(String text, String detail) {
            return new Cell(text, detail, "first", 1);
        }

        static Cell amount(String text) {
            return new Cell(text, null, "amount", 1);
        }
    }

    /** A row of the sums below the table. */
    record Sum(String label, @Nullable String detail, String amount, String style) {

        static Sum of(String label, String amount) {
            return new Sum(label, null, amount, "");
        }

        static Sum strong(String label, String amount) {
            return new Sum(label, null, amount, "strong");
        }

        static Sum last(String label, String amount) {
            return new Sum(label, null, amount, "final");
        }
    }

    String language() {
        return heading.words().language();
    }

    Map<String, String> words() {
        return heading.words().all();
    }

    String title() {
        return heading.title();
    }

    String number() {
        return heading.number();
    }

    String accountNumber() {
        return heading.accountNumber();
    }

    Head head() {
        return heading.head();
    }

    String toLabel() {
        return heading.toLabel();
    }

    List<String> foot() {
        return heading.foot();
    }
}
