package gunbot.preflight.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A row of the table.
 *
 * @param done what it has done when its memory is read
 * @param starts from the start of the process to its first 200, sorted; empty where it serves nothing or was not measured
 * @param reports from the start to the end of what it does, sorted
 * @param resident bytes then, sorted
 * @param size null where it was not measured
 */
record Measured(Named name, Named done, List<Duration> starts, List<Duration> reports, List<Long> resident, Size size) {

    /** A text in the two languages of the README. */
    record Named(String english, String spanish) {
        String in(Locale locale) {
            return locale.getLanguage().equals("es") ? spanish : english;
        }

        static Named both(String text) {
            return new Named(text, text);
        }
    }

    /** A yardstick that is not on this machine: its columns stay empty. */
    static Measured missing(Named name) {
        return new Measured(name, Named.both(""), List.of(), List.of(), List.of(), null);
    }

    /** The row in Markdown. */
    String row(Locale locale) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name.in(locale),
                        range(starts, each -> millis(each, locale)),
                        median(reports, each -> millis(each, locale)),
                        median(resident, each -> mebibytes(each, locale)),
                        size == null ? "" : mebibytes(size.bytes(), locale),
                        size == null ? "" : mebibytes(size.compressed(), locale),
                        done.in(locale));
    }

    private static <T> String range(List<T> sorted, Function<T, String> text) {
        return sorted.isEmpty()
                ? ""
                : text.apply(sorted.get(0)) + " / " + median(sorted, text) + " / "
                        + text.apply(sorted.get(sorted.size() - 1));
    }

    private static <T> String median(List<T> sorted, Function<T, String> text) {
        return sorted.isEmpty() ? "" : text.apply(sorted.get(sorted.size() / 2));
    }

    private static String millis(Duration duration, Locale locale) {
        return "%,d ms"
                .formatted(duration.toMillis())
                .replace(",", locale.getLanguage().equals("es") ? "" : ",");
    }

    private static String mebibytes(long bytes, Locale locale) {
        return String.format(locale, "%.1f MiB", bytes / 1048576.0);
    }
}
