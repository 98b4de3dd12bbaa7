package gunbot.preflight.page;

import gunbot.preflight.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** Puts times into words. All are UTC, as in the report and the log. */
final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Texts texts;

    Times(Texts texts) {
        this.texts = texts;
    }

    /** Date and time, or a dash where there is none. */
    String moment(Instant instant) {
        if (instant == null) {
            return "–";
        }
        var at = instant.atZone(ZoneOffset.UTC);
        return date(at.toLocalDate()) + ", " + CLOCK.format(at) + " UTC";
    }

    /** The date, and how many days it is away by the calendar. */
    String end(Instant end, Instant now) {
        var day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        var days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, ZoneOffset.UTC), day);
        return texts.get(endIn(days), Map.of("date", date(day), "days", String.valueOf(Math.abs(days))));
    }

    private String date(LocalDate day) {
        return texts.get(
                "date",
                Map.of(
                        "day", String.valueOf(day.getDayOfMonth()),
                        "month", texts.get("month." + day.getMonthValue()),
                        "year", String.valueOf(day.getYear())));
    }

    private static String endIn(long days) {
        if (days == 0) {
            return "end.today";
        }
        if (Math.abs(days) == 1) {
            return days > 0 ? "end.tomorrow" : "end.yesterday";
        }
        return days > 0 ? "end.days" : "end.past";
    }

    /** How long something took, in the unit that suits. */
    String span(long millis) {
        return millis < 1000
                ? millis + " ms"
                : String.format(Locale.ROOT, "%.1f s", millis / 1000.0).replace(".", texts.get("decimal"));
    }

    /** How far a clock is off, in the unit that suits. */
    String skew(long millis) {
        var size = Math.abs(millis);
        var amount = size < 10_000 ? size + " ms" : Duration.ofMillis(size).toSeconds() + " s";
        return millis == 0
                ? texts.get("clock.even")
                : texts.get(millis > 0 ? "clock.ahead" : "clock.behind", Map.of("amount", amount));
    }
}
