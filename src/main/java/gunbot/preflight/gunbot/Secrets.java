package gunbot.preflight.gunbot;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds every text of the file that may be a secret, so that it can be cleaned out of what exchanges say. Rather one too
 * many than one too few, but for plain words: a short one would make every message that holds it be dropped.
 */
final class Secrets {
    /** How likely it is that the value of a field is a secret, the likeliest last. */
    private enum Chance {
        NONE,
        LIKELY,
        SURE
    }

    /** Below these sections stand free names (entries, pairs, strategies), so many levels deep: they say nothing. */
    private static final Map<String, Integer> FREE_NAMES =
            Map.of("exchanges", 1, "archivedExchanges", 1, "pairs", 2, "strategies", 1);

    private static final Set<String> SURE_SECTIONS =
            Set.of("exchanges", "archivedExchanges", "bot", "imap_listener", "webhooks");

    private static final Set<String> SURE_NAMES = Set.of(
            "key",
            "secret",
            "masterkey",
            "mastersecret",
            "passphrase",
            "clientid",
            "token",
            "br_token",
            "gunthy_wallet",
            "withdraw_address",
            "password",
            "wh_passphrase");

    private static final Pattern LIKELY_NAMES =
            Pattern.compile("key|secret|token|pass|wallet|clientid|auth|credential|^user$");

    private static final Pattern SHORT_WORD_OR_NUMBER = Pattern.compile("[a-z]{1,7}|.{0,3}|-?[0-9]{0,5}(\\.[0-9]*)?");

    private final Set<String> found = new HashSet<>();
    private final Set<String> plain;

    private Secrets(Set<String> plain) {
        this.plain = plain;
    }

    /** @param plain words of the file in lower case that are no secrets: names, types and markets of entries */
    static Set<String> of(Node.Obj root, Set<String> plain) {
        var secrets = new Secrets(plain);
        root.fields().forEach(secrets::section);
        root.repeats().forEach(repeat -> secrets.section(repeat.name(), repeat.earlier()));
        return secrets.found;
    }

    private void section(String name, Node node) {
        boolean sure = SURE_SECTIONS.contains(name);
        int free = FREE_NAMES.getOrDefault(name, 0);
        walk(node, free > 0 ? Chance.NONE : chance(name, sure), sure, free);
    }

    private void walk(Node node, Chance chance, boolean sure, int free) {
        if (node instanceof Node.Obj object) {
            object.fields().forEach((name, child) -> field(name, child, chance, sure, free));
            object.repeats().forEach(repeat -> field(repeat.name(), repeat.earlier(), chance, sure, free));
        } else if (node instanceof Node.Arr array) {
            array.items().forEach(item -> walk(item, chance, sure, free));
        } else if (node instanceof Node.Text text) {
            keep(text.text(), chance);
        }
    }

    private void field(String name, Node child, Chance chance, boolean sure, int free) {
        if (free == 0) {
            var own = chance(name, sure);
            walk(child, own.compareTo(chance) > 0 ? own : chance, sure, 0);
        } else {
            // what stands in the place of a whole entry may be a key that was pasted there
            walk(child, child instanceof Node.Obj ? Chance.NONE : Chance.LIKELY, sure, free - 1);
        }
    }

    private static Chance chance(String name, boolean sure) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (sure && SURE_NAMES.contains(lower)) {
            return Chance.SURE;
        }
        return LIKELY_NAMES.matcher(lower).find() ? Chance.LIKELY : Chance.NONE;
    }

    private void keep(String text, Chance chance) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (chance == Chance.NONE
                || Placeholders.is(text)
                || lower.equals("true")
                || lower.equals("false")
                || chance == Chance.LIKELY
                        && (plain.contains(lower)
                                || SHORT_WORD_OR_NUMBER.matcher(lower).matches())) {
            return;
        }
        found.add(text);
    }
}
