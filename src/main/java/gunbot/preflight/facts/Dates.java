package gunbot.preflight.facts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as findings name them, the same in every language. */
public final class Dates {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private Dates() {}

    public static String utc(Instant at) {
        return DATE.format(at.atZone(ZoneOffset.UTC));
    }
}
