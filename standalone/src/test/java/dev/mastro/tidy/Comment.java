package dev.mastro.tidy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A comment and where it starts; the parser forgets them, so they are looked for in the text. */
record Comment(long line, String text) {

    private static final Pattern COMMENT_OR_LITERAL =
            Pattern.compile(
                    """
                    (?s)"\""(?:\\\\.|(?!"\"").)*+"\""\
                    |"(?:\\\\.|[^"\\\\\\n])*+"\
                    |'(?:\\\\.|[^'\\\\\\n])*+'\
                    |(?<comment>//[^\\n]*+|/\\*.*?\\*/)\
                    """);

    static Stream<Comment> in(Source source) {
        return COMMENT_OR_LITERAL
                .matcher(source.text())
                .results()
                .filter(found -> found.group("comment") != null)
                .map(found -> of(source, found));
    }

    private static Comment of(Source source, MatchResult found) {
        return new Comment(source.line(found.start()), found.group("comment"));
    }

    boolean isJavadoc() {
        return text.startsWith("/**");
    }

    /** The words of each line, without the marks of a comment. */
    List<String> words() {
        return text.lines()
                .map(line -> line.strip().replaceFirst("^(//|/\\*|\\*/|\\*)+", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
