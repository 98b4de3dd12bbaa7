package gunbot.preflight.benchmark;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.SampleKeys;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;

/** One good key of each exchange of the source page, all in use, at stand-ins. */
public final class TwelveKeys {
    private TwelveKeys() {}

    /** Makes the keys known to the stand-ins, and gives the config.js that holds them. */
    public static String config(StandIns standIns) {
        var entries = new JsonObject();
        var pairs = new JsonObject();
        var ids = new ArrayList<>(new TreeMap<>(standIns.byId()).keySet());
        for (int number = 0; number < ids.size(); number++) {
            var id = ids.get(number);
            var name = SampleKeys.gunbotName(id);
            standIns.of(id).add(SampleKeys.known(id, number, KeyState.GOOD));
            entries.put(name, SampleKeys.entry(id, number));
            pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true)));
        }
        return new JsonObject().put("pairs", pairs).put("exchanges", entries).encode();
    }

    public static Map<String, String> settings(StandIns standIns, Path config) {
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        settings.put(DemoKeys.origin("bittrex"), standIns.of("bittrex").origin());
        settings.put("preflight.gunbot.config", config.toString());
        return settings;
    }
}
