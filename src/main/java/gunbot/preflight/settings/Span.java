package gunbot.preflight.settings;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A length of time that a user can also do without: {@code off} or {@code forever} in place of {@code 30m}.
 *
 * @param length the time, always above zero; empty where there is to be none
 */
public record Span(Optional<Duration> length) {
    private static final Set<String> NONE = Set.of("off", "forever", "never");

    /** Reads it from the configuration. */
    @RegisterForReflection
    public static final class Reader implements Converter<Span> {
        private static final long serialVersionUID = 1;

        @Override
        public Span convert(String text) {
            var word = text.strip();
            if (NONE.contains(word.toLowerCase(Locale.ROOT))) {
                return new Span(Optional.empty());
            }
            var length = new DurationConverter().convert(word);
            if (length == null || length.isZero() || length.isNegative()) {
                throw new IllegalArgumentException("a length of time above zero is needed, such as 30m, or off");
            }
            return new Span(Optional.of(length));
        }
    }
}
