package gunbot.preflight.keys;

import gunbot.preflight.settings.ExactNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code preflight.keys."<slot>".*}. Files are read anew each time, so that a rotated secret is noticed. */
@ApplicationScoped
public class GivenKeys {
    private static final long MOST_BYTES = 64 * 1024;

    /** What is no exchange's name may be a key or a secret that was put into the wrong place, and is shown to nobody. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{0,20}");

    private final ExactNames names;

    public GivenKeys(ExactNames names) {
        this.names = names;
    }

    /**
     * All keys given directly. Blocks while files are read.
     *
     * @param candidates names that a slot may have: the entries of config.js, then the exchanges we know
     */
    public List<Given> read(Collection<String> candidates) {
        return names.slots(candidates).stream().map(this::given).toList();
    }

    /** The files that hold credentials given directly, whether or not they are there. */
    public List<Path> files(Collection<String> candidates) {
        return names.slots(candidates).stream()
                .flatMap(slot ->
                        Stream.of("key-file", "secret-file", "passphrase-file").map(file -> value(slot, file)))
                .filter(file -> !file.isEmpty())
                .flatMap(GivenKeys::path)
                .toList();
    }

    private static Stream<Path> path(String file) {
        try {
            return Stream.of(Path.of(file));
        } catch (InvalidPathException e) {
            return Stream.empty(); // reading tells of it
        }
    }

    private Given given(String slot) {
        var problems = new ArrayList<String>();
        var key = credential(slot, "key", problems);
        var secret = credential(slot, "secret", problems);
        var passphrase = credential(slot, "passphrase", problems);
        var role = value(slot, "role").toUpperCase(Locale.ROOT);
        if (!role.isEmpty() && !Set.of("TRADING", "MASTER", "BOTH").contains(role)) {
            problems.add("role");
        }
        var testnet = value(slot, "testnet").toLowerCase(Locale.ROOT);
        if (!testnet.isEmpty() && !testnet.equals("true") && !testnet.equals("false")) {
            problems.add("testnet");
        }
        var exchange = value(slot, "exchange");
        if (!NAME.matcher(exchange).matches()) {
            problems.add("exchange");
            exchange = "";
        }
        var entry = value(slot, "entry");
        return new Given(
                slot,
                entry.isEmpty() ? slot : entry,
                exchange,
                key,
                secret,
                passphrase,
                value(slot, "client-id"),
                value(slot, "market"),
                testnet.isEmpty() ? null : (Boolean) testnet.equals("true"),
                problems.contains("role") || role.isEmpty() ? null : Role.valueOf(role),
                problems.isEmpty() ? "" : "preflight.keys.\"" + slot + "\"." + problems.get(0));
    }

    private String credential(String slot, String field, List<String> problems) {
        var direct = value(slot, field);
        var file = value(slot, field + "-file");
        if (file.isEmpty()) {
            return direct;
        }
        try {
            var path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                problems.add(field + "-file");
                return "";
            }
            return withoutFinalNewline(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException e) {
            problems.add(field + "-file");
            return "";
        }
    }

    private String value(String slot, String field) {
        return names.value("keys", slot, field).orElse("");
    }

    private static String withoutFinalNewline(String text) {
        return text.endsWith("\r\n")
                ? text.substring(0, text.length() - 2)
                : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
