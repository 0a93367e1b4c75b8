package dev.mastro.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The ratios to the baselines as bars on a logarithmic scale: the line in the middle is the
 * baseline, each step to the right is ten times as much.
 */
final class ResultPicture {

    private static final int ROW = 26;
    private static final int LABELS = 330;
    private static final int HALF = 260;
    private static final int TOP = 44;
    private static final double DECADES = 2;

    private ResultPicture() {}

    static String of(List<Comparison> comparisons) {
        List<Comparison> compared =
                comparisons.stream().filter(one -> one.ratio().isPresent()).toList();
        int height = TOP + ROW * compared.size() + 16;
        List<String> parts = new ArrayList<>();
        parts.add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" \
                font-family="sans-serif" font-size="12">
                <rect width="100%%" height="100%%" fill="white"/>
                <text x="12" y="20" font-size="14">Mastro beside its baselines, by medians</text>
                """
                        .formatted(LABELS + 2 * HALF + 70, height));
        axis(parts, height);
        for (int i = 0; i < compared.size(); i++) {
            bar(parts, compared.get(i), TOP + i * ROW);
        }
        parts.add("</svg>\n");
        return String.join("", parts);
    }

    private static void axis(List<String> parts, int height) {
        for (int decade = -(int) DECADES; decade <= DECADES; decade++) {
            long x = Math.round(x(Math.pow(10, decade)));
            parts.add(
                    """
                    <line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s"/>
                    <text x="%d" y="%d" text-anchor="middle" fill="#666">%s ×</text>
                    """
                            .formatted(
                                    x,
                                    TOP - 4,
                                    x,
                                    height - 12,
                                    decade == 0 ? "#333" : "#ddd",
                                    x,
                                    TOP - 8,
                                    decimal(Math.pow(10, decade))));
        }
    }

    private static void bar(List<String> parts, Comparison one, int y) {
        double ratio = one.ratio().orElseThrow();
        double from = Math.min(x(1), x(ratio));
        double width = Math.max(1, Math.abs(x(ratio) - x(1)));
        parts.add(
                """
                <text x="12" y="%d">%s. %s</text>
                <rect x="%d" y="%d" width="%d" height="14" fill="#3b6ea5"/>
                <text x="%d" y="%d">%s</text>
                """
                        .formatted(
                                y + 13,
                                one.figure(),
                                label(one),
                                Math.round(from),
                                y + 2,
                                Math.round(width),
                                Math.round(from + width + 6),
                                y + 13,
                                Numbers.ratio(ratio)));
    }

    private static String label(Comparison one) {
        String against = one.baseline().map(Comparison.Baseline::name).orElse("");
        return "%s (%s) / %s"
                .formatted(one.variant(), one.unit(), against)
                .replace("&", "&amp;")
                .replace("<", "&lt;");
    }

    private static double x(double ratio) {
        double decades = Math.clamp(Math.log10(ratio), -DECADES, DECADES);
        return LABELS + HALF + decades / DECADES * HALF;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f" : "%.0f", value);
    }
}
