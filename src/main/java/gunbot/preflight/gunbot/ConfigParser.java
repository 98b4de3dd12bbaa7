package gunbot.preflight.gunbot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Understands the bytes of a config.js: strict UTF-8, JSON as Gunbot itself parses it, then the fields that matter here.
 * A wrong place costs that place alone; only a file without the expected shape is refused whole.
 */
public final class ConfigParser {
    private ConfigParser() {}

    public static Parsed parse(byte[] bytes) {
        var text = Utf8.decode(bytes);
        if (text.fault() != null) {
            return new Parsed.Broken(text.fault());
        }
        var json = StrictJson.parse(text.value());
        if (json.fault() != null) {
            return new Parsed.Broken(json.fault());
        }
        if (!(json.value() instanceof Node.Obj root)) {
            return new Parsed.Broken(Attempt.failed("shape-top").fault());
        }
        var exchanges = root.fields().getOrDefault("exchanges", Node.Obj.EMPTY);
        if (!(exchanges instanceof Node.Obj items)) {
            var fault = Attempt.failed("shape").fault();
            return new Parsed.Broken(fault.with("field", "exchanges").with("found", exchanges.type()));
        }
        return config(root, items);
    }

    private static Parsed config(Node.Obj root, Node.Obj exchanges) {
        var notes = new Notes();
        var top = Fields.at("", root, notes);
        notes.repeats("exchanges", exchanges);
        var names = exchanges.fields().keySet();
        var inUse = PairsInUse.of(root.fields().get("pairs"), names, notes);

        var entries = new ArrayList<Entry>();
        exchanges
                .fields()
                .forEach((name, node) ->
                        entries.add(entry("exchanges", name, node, inUse.usage(name, type(node)), notes)));
        var archived =
                Fields.at("archivedExchanges", top.node("archivedExchanges").orElse(null), notes);
        archived.object()
                .fields()
                .forEach((name, node) -> entries.add(entry("archivedExchanges", name, node, Usage.ARCHIVED, notes)));

        var bot = Fields.at("bot", top.node("bot").orElse(null), notes);
        boolean watchMode = bot.flag("WATCH_MODE", false);
        boolean withdrawAddressSet = isWithdrawAddressSet(bot);
        var secrets = Secrets.of(root, plainWords(entries));
        // the notes last: everything above adds to them
        return new Parsed.Config(entries, inUse.orphans(), notes.findings(), secrets, watchMode, withdrawAddressSet);
    }

    private static String type(Node entry) {
        return entry instanceof Node.Obj object && object.fields().get("type") instanceof Node.Text type
                ? type.text()
                : "";
    }

    /** An entry that is no object stays as one without credentials: its pairs may trade, so it must not go unseen. */
    private static Entry entry(String section, String name, Node node, Usage usage, Notes notes) {
        var fields = Fields.at(Notes.in(section, name), node, notes);
        return new Entry(
                Names.shown(name),
                word(fields, "type"),
                word(fields, "market"),
                fields.flag("testnet", false),
                new Entry.Pair(fields.text("key"), fields.text("secret")),
                new Entry.Pair(fields.text("masterkey"), fields.text("mastersecret")),
                fields.text("passphrase"),
                fields.text("clientId"),
                fields.flag("isEncrypted", false),
                usage);
    }

    private static String word(Fields fields, String name) {
        var word = fields.text(name);
        return word.isBlank() ? "" : Names.shown(word);
    }

    private static boolean isWithdrawAddressSet(Fields bot) {
        if (bot.node("withdraw_address").orElse(null) instanceof Node.Bool) {
            return false; // a way to say "none", not a wrong type
        }
        var address = bot.text("withdraw_address");
        return !Placeholders.is(address) && !address.strip().matches("0+");
    }

    private static Set<String> plainWords(List<Entry> entries) {
        var words = new HashSet<String>();
        for (var entry : entries) {
            for (var word : List.of(entry.name(), entry.type(), entry.market())) {
                words.add(word.strip().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
