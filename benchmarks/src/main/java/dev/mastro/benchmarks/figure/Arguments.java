package dev.mastro.benchmarks.figure;

import java.util.Map;

/** Settings as an application takes them before all others. */
final class Arguments {

    private Arguments() {}

    /** As on a command line: the defaults of a module come before the properties of a builder. */
    static String[] of(Map<String, ?> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
