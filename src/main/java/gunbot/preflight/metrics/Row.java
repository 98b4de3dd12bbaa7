package gunbot.preflight.metrics;

import gunbot.preflight.probe.Cleaner;
import java.util.Arrays;
import java.util.List;

/**
 * Where one number stands: a metric and the values of its labels. Values that come from config.js are on one line and of a
 * bounded length.
 */
record Row(Metric metric, List<String> values) {
    private static final int LONGEST = 100;

    static Row of(Metric metric, String... values) {
        return new Row(metric, Arrays.stream(values).map(Row::bounded).toList());
    }

    private static String bounded(String value) {
        var line = Cleaner.oneLine(value);
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST));
    }
}
