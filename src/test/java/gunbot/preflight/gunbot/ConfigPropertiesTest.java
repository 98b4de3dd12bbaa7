package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gunbot.preflight.facts.Finding;
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
            @ForAll @IntRange(max = 999) int at, @ForAll("values") JsonNode value) throws IOException {
        var root = (ObjectNode) MAPPER.readTree(GOOD);
        var places = new ArrayList<Place>();
        places("", root, places);

        var place = places.get(at % places.size());
        place.set().accept(value);

        var parsed = ConfigParser.parse(MAPPER.writeValueAsBytes(root));

        assertThat(findings(parsed)).doesNotContain(MARKER);
        assertThat(named(parsed)).allSatisfy(finding -> {
            namesItsPlace(finding, 1);
            assertThat(finding.values().getOrDefault("field", place.name())).startsWith(place.name());
        });
    }

    @Property(seed = "20261122", tries = 500)
    void anyPieceOfAFile_isReadOrRefused_andTellsNoSecret(
            @ForAll @IntRange(max = 2000) int from, @ForAll @IntRange(max = 2000) int to, @ForAll byte other) {
        var bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        var cut = Arrays.copyOf(bytes, 1 + to % bytes.length);
        cut[from % cut.length] = other;

        var parsed = ConfigParser.parse(cut);
        assertThat(findings(parsed)).doesNotContain(MARKER);
        assertThat(named(parsed)).allSatisfy(finding -> namesItsPlace(finding, 9));
    }

    /** One place of a file, by the name that findings give it. */
    private record Place(String name, Consumer<JsonNode> set) {}

    private static List<Finding> named(Parsed parsed) {
        return parsed instanceof Parsed.Config config ? config.findings() : List.of(((Parsed.Broken) parsed).finding());
    }

    /** Whoever reads the finding knows where to look; only of an empty file and of no object there is nothing to name. */
    private static void namesItsPlace(Finding finding, int lines) {
        var places =
                switch (finding.variant()) {
                    case "type", "duplicate" -> List.of("field", "line");
                    case "shape" -> List.of("field", "found");
                    case "more" -> List.of("count");
                    case "utf8" -> List.of("byte", "line", "column");
                    case "empty", "shape-top" -> List.<String>of();
                    default -> List.of("line", "column");
                };
        assertThat(finding.values()).as("%s", finding).containsKeys(places.toArray(String[]::new));
        assertThat(finding.values().values()).as("%s", finding).doesNotContain("");
        assertThat(Integer.parseInt(finding.values().getOrDefault("line", "1")))
                .as("%s", finding)
                .isBetween(1, lines);
    }

    private static String findings(Parsed parsed) {
        return parsed instanceof Parsed.Config config
                ? config.findings().toString() + config
                : ((Parsed.Broken) parsed).finding().toString();
    }

    private static void places(String path, JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                var name = Notes.in(path, field.getKey());
                places.add(new Place(name, value -> object.set(field.getKey(), value)));
                places(name, field.getValue(), places);
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
