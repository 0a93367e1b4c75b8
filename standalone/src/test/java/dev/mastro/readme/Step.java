package dev.mastro.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the README and the answer that is shown for it.
 *
 * @param command as a person types it: curl and its arguments
 * @param shown some of the answer, in JSON
 */
record Step(String command, String shown) {

    private static final Pattern STEP =
            Pattern.compile("(?s)```sh\\n(?:API=[^\\n]*\\n)?(.*?)```\\s*```json\\n(.*?)```");

    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Z]+)");

    /** What a person types: the piece between two quotes, or outside of quotes. */
    private static final Pattern PIECE =
            Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)|(\\s+)");

    static List<Step> in(String readme) {
        return STEP.matcher(readme)
                .results()
                .map(found -> new Step(found.group(1), found.group(2)))
                .toList();
    }

    /** The words that a shell makes of the command. */
    List<String> words(Map<String, String> variables) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        PIECE.matcher(command + " ")
                .results()
                .forEach(piece -> {
                    if (piece.group(4) == null) {
                        word.append(text(piece, variables));
                    } else {
                        words.add(word.toString());
                        word.setLength(0);
                    }
                });
        return List.copyOf(words);
    }

    private static String text(MatchResult piece, Map<String, String> variables) {
        if (piece.group(1) != null) {
            return piece.group(1);
        }
        String text = piece.group(2) == null ? piece.group(3) : piece.group(2);
        return VARIABLE.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(known(name.group(1), variables)));
    }

    private static String known(String name, Map<String, String> variables) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the README uses $" + name + " before it shows it");
        }
        return value;
    }
}
