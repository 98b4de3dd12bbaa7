package gunbot.preflight.program;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import gunbot.preflight.testing.Program;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue and the guides of the packaged program, jar or native: each exchange's texts are in it, in both languages. */
class ExchangesIT {
    private static Program program;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() {
        var config = Program.config(folder, "{\"pairs\":{},\"exchanges\":{}}");
        program = Program.serve(Map.of("preflight.gunbot.config", config.toString()), Map.of());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void list_hasTheTwelveOfTheSourcePage() {
        given().get(program.api() + "/api/v1/exchanges")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "exchanges.id",
                        hasItems(
                                "binance",
                                "binance-futures",
                                "bitfinex",
                                "bitmex",
                                "bittrex",
                                "cex",
                                "coinbase-pro",
                                "huobi",
                                "kraken",
                                "kucoin",
                                "nash",
                                "poloniex"))
                .body("exchanges.guide", everyItem(startsWith("/api/v1/exchanges/")))
                .body("exchanges.find { it.id == 'bittrex' }.supported", equalTo(false))
                .body("exchanges.find { it.id == 'bittrex' }.since", equalTo("2023-12-04"))
                .body("exchanges.find { it.id == 'kraken' }.since", nullValue());
    }

    @Test
    void everyGuide_isThereInBothLanguages() {
        for (String id :
                given().get(program.api() + "/api/v1/exchanges").jsonPath().<String>getList("exchanges.id")) {
            for (var language : Map.of("en", "Key that trades", "es", "Clave con la que se opera")
                    .entrySet()) {
                given().header("Accept-Language", language.getKey())
                        .get(program.api() + "/api/v1/exchanges/" + id)
                        .then()
                        .statusCode(200)
                        .header("Content-Language", language.getKey())
                        .body("id", equalTo(id))
                        .body("keys[0].title", startsWith(language.getValue()));
            }
        }
    }

    @Test
    void guide_inItsForm() {
        given().get(program.api() + "/api/v1/exchanges/bitmex?lang=es")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("keys[0].role", equalTo("TRADING"))
                .body("keys[0].boxes.find { it.id == 'order' }.expectation", equalTo("REQUIRED"))
                .body("keys[0].boxes.find { it.id == 'withdraw' }.expectation", equalTo("FORBIDDEN"))
                .body("keys[0].boxes[0].print", equalTo("NO_BOX"))
                .body("fields.name", contains("key", "secret", "masterkey", "mastersecret"))
                .body("rightsCanBeEdited", equalTo(false));
    }

    @Test
    void unknownId_problem() {
        given().get(program.api() + "/api/v1/exchanges/mtgox")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
