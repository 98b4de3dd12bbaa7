package gunbot.preflight.testing;

import gunbot.preflight.settings.Settings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Our settings with their defaults, but for what a test sets. */
public final class TestSettings {
    private TestSettings() {}

    public static Settings of(Map<String, String> overrides) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(overrides, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(Settings.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(Settings.class);
    }
}
