package gunbot.preflight.testing;

import gunbot.preflight.demo.DemoKeys;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.standin.nash.NashSecret;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.util.Map;
import java.util.TreeMap;

/**
 * A config.js with keys of every exchange, known to its stand-in, and settings with keys, tokens and addresses given
 * directly: each value that is a secret is a marker.
 */
public final class MarkedKeys {
    private static final KeyPair RSA = PrivateKeys.rsa();
    private static final KeyPair ED25519 = PrivateKeys.ed25519();

    private final Markers markers;
    private final StandIns standIns;
    private final Path folder;
    private final Map<String, String> hints = new TreeMap<>();
    private JsonObject entries;
    private JsonObject pairs;
    private KeyState masters;
    private int round;

    /** @param folder where config.js and the files of keys are written; nothing is there before {@link #renew} */
    public MarkedKeys(Markers markers, StandIns standIns, Path folder) {
        this.markers = markers;
        this.standIns = standIns;
        this.folder = folder;
    }

    /** Writes all files with other keys than before, but for the one that is given as it stands.
     *
     * @param masters the state of the separate master keys, where the exchange has it; all others are good
     */
    public void renew(KeyState masters) {
        this.masters = masters;
        round++;
        entries = new JsonObject();
        pairs = new JsonObject();
        standIns.byId().forEach(this::add);
        add("binance#2", "binance", "signed-with-rsa", RSA);
        add("binance#3", "binance", "signed-with-ed", ED25519);
        var id = markers.plain("filed-key " + round);
        file("key", id);
        file("secret", markers.plain("filed-secret " + round));
        file("passphrase", markers.odd("filed-passphrase"));
        hint("in-files", id);
        replace("config.js", config().encodePrettily());
    }

    /** By entry, what a report shows of its newest trading key. */
    public Map<String, String> hints() {
        return Map.copyOf(hints);
    }

    private void hint(String name, String id) {
        hints.put(name, id.substring(id.length() - 4));
    }

    private void add(String exchange, StandIn standIn) {
        var name = SampleKeys.gunbotName(exchange);
        var trading = known(exchange, 2 * round, false, standIn);
        var master = known(exchange, 2 * round + 1, true, standIn);
        var entry = SampleKeys.entry(exchange, 2 * round)
                .put("key", trading.id())
                .put("secret", trading.secret())
                .put("masterkey", master.id())
                .put("mastersecret", master.secret())
                .put(
                        "clientId",
                        exchange.equals("cex") ? markers.of("user-id", "up108642097531") : markers.plain(name));
        if (entry.containsKey("passphrase")) {
            entry.put("passphrase", trading.passphrase());
        }
        entries.put(name, entry);
        hint(name, trading.id());
        use(name);
    }

    private StandInKey known(String exchange, int number, boolean master, StandIn standIn) {
        var sample = SampleKeys.known(exchange, number, KeyState.GOOD);
        var name = exchange + " " + number;
        markers.of(name + " key", sample.id());
        markers.of(name + " secret", sample.secret());
        if (exchange.equals("nash")) {
            markers.of("nash private key", NashSecret.PRIVATE);
        }
        var key = sample.passphrase().isEmpty()
                ? sample
                : StandInKey.of(sample.id(), sample.secret(), markers.odd(exchange + "-passphrase"), KeyState.GOOD);
        standIn.add(key);
        try {
            standIn.add(master ? key.in(masters) : key);
        } catch (IllegalArgumentException notThere) {
            // it stays good
        }
        return key;
    }

    private void add(String name, String exchange, String key, KeyPair pair) {
        var pem = PrivateKeys.pem(pair.getPrivate());
        var lines = pem.split("\n");
        markers.of(name + " first line", lines[1]);
        markers.of(name + " whole", pem.replaceAll("-----[A-Z ]+-----", "").strip());
        var id = markers.plain(key + "-and-known-by-a-public-key " + round);
        standIns.of(exchange).add(StandInKey.of(id, pair.getPublic(), KeyState.GOOD));
        entries.put(name, new JsonObject().put("key", id).put("secret", pem).put("type", exchange));
        hint(name, id);
        use(name);
    }

    private void use(String name) {
        pairs.put(name, new JsonObject().put("USDT-BTC", new JsonObject().put("enabled", true)));
    }

    private JsonObject config() {
        return new JsonObject()
                .put("pairs", pairs)
                .put("exchanges", entries)
                .put(
                        "archivedExchanges",
                        new JsonObject()
                                .put(
                                        "mexc",
                                        new JsonObject()
                                                .put("key", markers.plain("archived-key"))
                                                .put("secret", markers.base64("archived-secret"))))
                .put(
                        "bot",
                        new JsonObject()
                                .put("TOKEN", markers.plain("telegram"))
                                .put("BR_TOKEN", markers.plain("br-token"))
                                .put("gunthy_wallet", markers.plain("wallet")))
                .put("imap_listener", new JsonObject().put("password", markers.odd("mail-password")))
                .put("webhooks", new JsonObject().put("wh_passphrase", markers.odd("webhook")));
    }

    /** The settings that name the files, and the secrets among settings. */
    public Map<String, String> settings() {
        var settings = new TreeMap<>(DemoKeys.origins(standIns));
        settings.put(DemoKeys.origin("bittrex"), standIns.of("bittrex").origin());
        settings.put("preflight.gunbot.config", path("config.js"));
        settings.put("preflight.keys.\"given\".exchange", "binance");
        settings.put("preflight.keys.\"given\".key", markers.plain("given-key"));
        settings.put("preflight.keys.\"given\".secret", markers.odd("given-secret"));
        settings.put("preflight.keys.\"in-files\".exchange", "kucoin");
        settings.put("preflight.keys.\"in-files\".key-file", path("key"));
        settings.put("preflight.keys.\"in-files\".secret-file", path("secret"));
        settings.put("preflight.keys.\"in-files\".passphrase-file", path("passphrase"));
        file("telegram", markers.of("telegram-token", "123456:MarkerOfATelegramToken-0123456789"));
        settings.put("preflight.notify.telegram.token-file", path("telegram"));
        settings.put("preflight.notify.telegram.chat", "1");
        settings.put("preflight.state.dir", path("state"));
        return settings;
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void file(String name, String content) {
        replace(name, content + "\n");
    }

    /** At once, as a careful writer does. */
    private void replace(String name, String content) {
        try {
            var other = Files.writeString(folder.resolve(name + ".new"), content);
            Files.move(other, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
