package gunbot.preflight.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ImageMode;
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
    void atRunTime_propertiesThenVariablesThenOurFile() {
        var running = new SmallRyeConfigBuilder().addDefaultSources();

        new OwnSources().configBuilder(running);

        var sources = running.getSources();
        assertThat(running.isAddDefaultSources()).isFalse();
        assertThat(sources.subList(0, 2)).hasExactlyElementsOfTypes(SysPropConfigSource.class, EnvConfigSource.class);
        assertThat(sources.get(1).getPropertyNames()).contains("PATH");
        assertThat(sources.subList(2, sources.size()))
                .isNotEmpty()
                .allMatch(source -> source.getOrdinal() < sources.get(1).getOrdinal());
    }

    @Test
    void whileTheExecutableIsBuilt_noVariable_andNoFolder() {
        var building = new SmallRyeConfigBuilder();

        OwnSources.sources(building, ImageMode.NATIVE_BUILD);

        var sources = building.getSources();
        assertThat(sources).hasSize(3);
        assertThat(sources.get(1).getPropertyNames()).isEmpty();
        assertThat(sources.get(2).getValue("quarkus.banner.enabled")).isEqualTo("false");
        assertThat(sources).extracting(ConfigSource::getName).allMatch(name -> !name.contains("/"));
    }

    @Test
    void inTheExecutable_whatTheBuildRecordedIsNotReadAgain() {
        var running = new SmallRyeConfigBuilder();

        OwnSources.sources(running, ImageMode.NATIVE_RUN);

        assertThat(running.getSources()).hasExactlyElementsOfTypes(SysPropConfigSource.class, EnvConfigSource.class);
    }
}
