package gunbot.preflight.start;

import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import io.smallrye.config.SysPropConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Keeps the working directory out of the configuration: {@code .env} and {@code config/application.properties} there are
 * not read, since the directory may be Gunbot's, and whoever can write there must not be able to redirect our requests.
 * Keeps the machine that builds the program out of the program: neither its variables nor its folders stay in it.
 */
@StaticInitSafe // or what is started while the native executable is being built would take its settings from everywhere
public class OwnSources implements SmallRyeConfigBuilderCustomizer {
    private static final String OURS = "application.properties";
    private static final int ORDINAL = 250;

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        if (!builder.isAddDefaultSources()) {
            return; // Quarkus is recording what the program shall start with, and has left variables out on purpose
        }
        sources(builder, ImageMode.current());
    }

    static void sources(SmallRyeConfigBuilder builder, ImageMode mode) {
        // what is read while the native executable is being built stays in it: no variable, and no name of a folder
        var environment = mode == ImageMode.NATIVE_BUILD ? Map.<String, String>of() : System.getenv();
        builder.setAddDefaultSources(false)
                .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, 300))
                .withSources(file(mode));
    }

    /**
     * Our own file. The executable does without: the build has recorded all of it that is for run time, as defaults that
     * properties and variables go before.
     */
    private static List<ConfigSource> file(ImageMode mode) {
        if (mode == ImageMode.NATIVE_RUN) {
            return List.of();
        }
        var ours = PropertiesConfigSourceLoader.inClassPath(
                OURS, ORDINAL, Thread.currentThread().getContextClassLoader());
        return mode == ImageMode.NATIVE_BUILD ? withoutFolder(ours) : ours;
    }

    /** The name that a source is given by its loader tells the folder of the build. */
    private static List<ConfigSource> withoutFolder(List<ConfigSource> sources) {
        return sources.stream()
                .filter(PropertiesConfigSource.class::isInstance) // and not one that looks for files of a profile
                .<ConfigSource>map(source -> new PropertiesConfigSource(source.getProperties(), OURS, ORDINAL))
                .toList();
    }

    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
