package gunbot.preflight.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

/** Where settings come from. That the working directory is no such place, CheckIT shows on the whole program. */
class OwnSourcesTest {
    @Test
    void whileTheBuildRecords_nothingOfItsMachineIsAdded() {
        var recording = new SmallRyeConfigBuilder().setAddDefaultSources(false);

        new OwnSources().configBuilder(recording);

        assertThat(recording.getSources()).isEmpty();
    }

    @Test
    void atRunTime_propertiesThenVariablesThenOurFile_inNobodysFolder() {
        var running = new SmallRyeConfigBuilder().addDefaultSources();

        new OwnSources().configBuilder(running);

        var sources = running.getSources();
        assertThat(running.isAddDefaultSources()).isFalse();
        assertThat(sources.subList(0, 2)).hasExactlyElementsOfTypes(SysPropConfigSource.class, EnvConfigSource.class);
        assertThat(sources.subList(2, sources.size()))
                .hasSize(1)
                .allMatch(source -> source.getOrdinal() < sources.get(1).getOrdinal())
                .extracting(ConfigSource::getName)
                .allMatch(name -> !name.contains("/"));
    }
}
