package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gunbot.preflight.settings.KnownNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What compose.yaml says. Whether Docker does it can only be seen where there is a Docker engine. */
class ComposeTest {
    private static JsonNode file;

    @BeforeAll
    static void read() throws IOException {
        file = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build()
                .readTree(Path.of("compose.yaml").toFile());
    }

    @Test
    void gunbot_waitsForTheGate() {
        assertThat(service("gunbot").at("/depends_on/preflight/condition").asText())
                .isEqualTo("service_healthy");
        var check = service("preflight").path("healthcheck");
        assertThat(texts(check.path("test"))).containsExactly("CMD", "/preflight", "healthcheck", "started");
        assertThat(check.path("start_period").asText())
                .as("a shut gate is no failure")
                .isEqualTo("24h");
        assertThat(check.has("start_interval"))
                .as("with it Compose refuses the file where the engine is older than 25")
                .isFalse();
    }

    @Test
    void preflight_readsTheFolderAsGunbotsUser_andCannotWriteIt() {
        var ours = service("preflight");
        var theirs = service("gunbot");
        var folder = ours.path("volumes").get(0);

        assertThat(ours.path("volumes")).hasSize(1);
        assertThat(folder.path("read_only").asBoolean()).isTrue();
        assertThat(folder.path("target").asText()).isEqualTo("/data");
        assertThat(file.path("services")).as("a mistyped path is an error").allSatisfy(service -> assertThat(
                        service.at("/volumes/0/bind/create_host_path"))
                .isEqualTo(BooleanNode.FALSE));
        assertThat(folder.path("source"))
                .isEqualTo(theirs.path("volumes").get(0).path("source"));
        assertThat(ours.path("user").asText())
                .isEqualTo(theirs.at("/environment/PUID").asText() + ":"
                        + theirs.at("/environment/PGID").asText());
    }

    @Test
    void preflight_hasNoRightsThatItDoesNotNeed() {
        var ours = service("preflight");

        assertThat(ours.path("read_only").asBoolean()).isTrue();
        assertThat(texts(ours.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(ours.path("security_opt"))).containsExactly("no-new-privileges:true");
        assertThat(ours.has("privileged")).isFalse();
        assertThat(ours.has("tmpfs")).isFalse();
        assertThat(ours.path("mem_limit").asText()).matches("\\d+m");
        assertThat(ours.path("pids_limit").asInt()).isPositive();
    }

    @Test
    void ports_publishedOnTheLoopbackAlone() {
        for (var service : file.path("services")) {
            assertThat(texts(service.path("ports"))).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        }
    }

    @Test
    void token_comesFromAFile_andSettingsAreKnown() {
        var environment = service("preflight").path("environment");
        var names = new HashSet<String>();
        environment.fieldNames().forEachRemaining(names::add);

        assertThat(environment.path("PREFLIGHT_ACCESS_TOKEN_FILE").asText()).isEqualTo("/run/secrets/preflight-token");
        assertThat(file.at("/secrets/preflight-token/file").asText()).isEqualTo("./preflight-token");
        assertThat(KnownNames.problems(List.of(), names)).isEmpty();
        assertThat(names).allMatch(name -> name.startsWith("PREFLIGHT_") || name.equals("QUARKUS_HTTP_HOST"));
        // it would outlive the containers, and with it an open gate
        assertThat(names).doesNotContain("PREFLIGHT_STATE_DIR");
    }

    private static JsonNode service(String name) {
        return file.path("services").path(name);
    }

    private static List<String> texts(JsonNode list) {
        return new ArrayList<>(StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
