package gunbot.preflight.keys;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing.Credential;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Placeholders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with credentials by their look alone: nothing is sent to find it. */
final class CredentialCheck {
    private static final String ENCRYPTED = "ENC:";

    private CredentialCheck() {}

    /**
     * @param flagged whether config.js says that its values are stored encrypted
     * @return the findings that stand in the way of asking; none when the key can be asked
     */
    static List<Finding> check(Exchange exchange, Credentials credentials, boolean flagged) {
        var fields = fields(exchange, credentials);
        if (fields.values().stream().allMatch(value -> value.isBlank() || isSample(value))
                && fields.values().stream().anyMatch(CredentialCheck::isSample)) {
            return List.of(named(Code.PLACEHOLDER, "", fields.keySet().stream().toList()));
        }
        var encrypted = having(fields, value -> value.strip().startsWith(ENCRYPTED));
        if (encrypted.isEmpty() && flagged && !exchange.looksPlain(credentials)) {
            encrypted = having(fields, value -> !value.isBlank());
        }
        var findings = new ArrayList<Finding>();
        add(findings, Code.CREDENTIAL_MISSING, "", having(fields, String::isBlank));
        add(findings, Code.PLACEHOLDER, "", having(fields, CredentialCheck::isSample));
        add(findings, Code.CREDENTIAL_ENCRYPTED, "", encrypted);
        if (findings.isEmpty()) {
            var blanks = having(fields, value -> !value.equals(value.strip()));
            add(findings, Code.CREDENTIAL_MALFORMED, "whitespace", blanks);
            add(findings, Code.WHITESPACE, "", blanks);
            add(findings, Code.CREDENTIAL_MALFORMED, "characters", having(fields, value -> !plainText(value.strip())));
        }
        if (findings.isEmpty()) {
            exchange.malformed(credentials)
                    .ifPresent(
                            bad -> findings.add(named(Code.CREDENTIAL_MALFORMED, bad.variant(), List.of(bad.field()))));
        }
        return findings;
    }

    private static boolean isSample(String value) {
        return !value.isBlank() && Placeholders.is(value);
    }

    /** The fields that this exchange needs, by Gunbot's names. */
    private static Map<String, String> fields(Exchange exchange, Credentials credentials) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", credentials.key());
        fields.put("secret", credentials.secret());
        if (exchange.listing().credentials().contains(Credential.PASSPHRASE)) {
            fields.put("passphrase", credentials.passphrase());
        }
        if (exchange.listing().credentials().contains(Credential.CLIENT_ID)) {
            fields.put("clientId", credentials.clientId());
        }
        return fields;
    }

    private static List<String> having(Map<String, String> fields, java.util.function.Predicate<String> what) {
        return fields.entrySet().stream()
                .filter(field -> what.test(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Line ends are allowed for private keys in PEM form; nothing else outside of printable ASCII is in any key. */
    private static boolean plainText(String value) {
        return value.chars().allMatch(c -> (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r')
                && (value.contains("-----BEGIN") || value.chars().noneMatch(c -> c == '\n' || c == '\r'));
    }

    private static void add(List<Finding> findings, Code code, String variant, List<String> fields) {
        if (!fields.isEmpty()) {
            findings.add(named(code, variant, fields));
        }
    }

    private static Finding named(Code code, String variant, List<String> fields) {
        return Finding.of(code).variant(variant).with("fields", String.join(", ", fields));
    }
}
