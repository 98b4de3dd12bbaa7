package gunbot.preflight.start;

import io.quarkus.runtime.ImageMode;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.SysPropConfigSource;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Keeps the working directory out of the configuration: {@code .env} and {@code config/application.properties} there are
 * not read, since the directory may be Gunbot's, and whoever can write there must not be able to redirect our requests.
 * Keeps the machine that builds the program out of the program: neither its variables nor its folders stay in it.
 */
public class OwnSources implements SmallRyeConfigBuilderCustomizer {
    private static final String OURS = "application.properties";
    private static final int ORDINAL = 250;

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (!builder.isAddDefaultSources()) {
            return; // Quarkus is recording what the program shall start with, and has left variables out on purpose
        }
        // what is read while the native executable is being built would stay in it: no variable of the build machine
        var environment = ImageMode.current() == ImageMode.NATIVE_BUILD ? Map.<String, String>of() : System.getenv();
        builder.setAddDefaultSources(false)
                .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, 300))
                .withSources(
                        PropertiesConfigSourceLoader.inClassPath(
                                        OURS, ORDINAL, Thread.currentThread().getContextClassLoader())
                                .stream()
                                .filter(
                                        PropertiesConfigSource.class
                                                ::isInstance) // and not one that looks for files of a profile
                                .map(OwnSources::withoutFolder)
                                .toList());
    }

    /** The name that a source is given by its loader tells the folder of the build. */
    private static ConfigSource withoutFolder(ConfigSource source) {
        return new PropertiesConfigSource(source.getProperties(), OURS, ORDINAL);
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
