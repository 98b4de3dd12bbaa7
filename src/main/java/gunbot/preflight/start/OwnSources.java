package gunbot.preflight.start;

import io.quarkus.runtime.ImageMode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.SysPropConfigSource;
import java.util.Map;

/**
 * Keeps the working directory out of the configuration: {@code .env} and {@code config/application.properties} there are
 * not read, since the directory may be Gunbot's, and whoever can write there must not be able to redirect our requests.
 */
public class OwnSources implements SmallRyeConfigBuilderCustomizer {
    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        // what is read while the native executable is being built would stay in it: no variable of the build machine
        var environment = ImageMode.current() == ImageMode.NATIVE_BUILD ? Map.<String, String>of() : System.getenv();
        builder.setAddDefaultSources(false)
                .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, 300))
                .withSources(PropertiesConfigSourceLoader.inClassPath(
                        "application.properties", 250, Thread.currentThread().getContextClassLoader()));
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
