package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A config.js with any JSON value at any place of it: it is read or refused, never a failure, and no finding tells a secret. */
class ConfigPropertiesTest {
    private static final String MARKER = "MARKERsecret4711";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String GOOD =
            """
            {"exchanges": {
               "binance": {"key": "%1$s-k", "secret": "%1$s-s", "masterkey": "%1$s-mk", "mastersecret": "%1$s-ms", "type": "binance"},
               "kucoin#2": {"key": "%1$s-k2", "secret": "%1$s-s2", "passphrase": "%1$s-p", "isEncrypted": false, "market": "spot"}},
             "archivedExchanges": {"kraken": {"key": "%1$s-a", "secret": "%1$s-as"}},
             "pairs": {"binance": {"USDT-BTC": {"enabled": true, "strategy": "gain"}}, "bitmex": {"XBT-USD": {"enabled": true}}},
             "bot": {"WATCH_MODE": false, "WITHDRAW_ADDRESS": "", "TELEGRAM_TOKEN": "%1$s-t"}}
            """
                    .formatted(MARKER);

    @Property(seed = "20261122", tries = 1500)
    void anyValueAnywhere_isReadOrRefused_andTellsNoSecret(
            @ForAll @IntRange(max = 999) int place, @ForAll("values") JsonNode value) throws IOException {
        var root = (ObjectNode) MAPPER.readTree(GOOD);
        var places = new ArrayList<Consumer<JsonNode>>();
        places(root, places);

        places.get(place % places.size()).accept(value);

        assertThat(findings(ConfigParser.parse(MAPPER.writeValueAsBytes(root)))).doesNotContain(MARKER);
    }

    @Property(seed = "20261122", tries = 500)
    void anyPieceOfAFile_isReadOrRefused_andTellsNoSecret(
            @ForAll @IntRange(max = 2000) int from, @ForAll @IntRange(max = 2000) int to, @ForAll byte other) {
        var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        var cut = Arrays.copyOf(bytes, 1 + to % bytes.length);
        cut[from % cut.length] = other;

        assertThat(findings(ConfigParser.parse(cut))).doesNotContain(MARKER);
    }

    private static String findings(Parsed parsed) {
        return parsed instanceof Parsed.Config config
                ? config.findings().toString() + config
                : ((Parsed.Broken) parsed).finding().toString();
    }

    private static void places(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(value -> object.set(field.getKey(), value));
                places(field.getValue(), places);
            });
        }
    }

    @Provide
    Arbitrary<JsonNode> values() {
        var json = JsonNodeFactory.instance;
        Arbitrary<JsonNode> leaves = Arbitraries.oneOf(
                Arbitraries.just(json.nullNode()),
                Arbitraries.of(json.booleanNode(true), json.booleanNode(false)),
                Arbitraries.integers().map(json::numberNode),
                Arbitraries.bigDecimals().map(json::numberNode),
                Arbitraries.strings().ofMaxLength(40).map(json::textNode),
                Arbitraries.of("", "ENC:" + MARKER, MARKER, MARKER + "\n", "true", "1e400")
                        .map(json::textNode));
        return Arbitraries.lazyOf(
                () -> leaves,
                () -> leaves,
                () -> leaves.list().ofMaxSize(3).map(items -> {
                    ArrayNode list = json.arrayNode();
                    return list.addAll(items);
                }),
                () -> Arbitraries.maps(Arbitraries.of("key", "secret", "type", "", "market"), leaves)
                        .ofMaxSize(3)
                        .map(fields -> {
                            ObjectNode object = json.objectNode();
                            return object.setAll(fields);
                        }));
    }
}
