package gunbot.preflight.drift;

import gunbot.preflight.facts.Finding;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Notices what changed at a key since it was last known: rights, addresses, its end. In memory alone, and for as many keys as
 * have been asked lately. Other credentials are another key, of which nothing is known yet.
 */
public final class Drift {
    static final int MOST_KEYS = 500;

    private final byte[] salt = new byte[16];
    private final Map<String, Past> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Past> eldest) {
            return size() > MOST_KEYS;
        }
    };

    public Drift() {
        new SecureRandom().nextBytes(salt);
    }

    /**
     * What changed at a key within the last day. Asked again with the same answer, or with an older one, it says the same.
     *
     * @param told what asking gave, or null where the key was not asked
     */
    public synchronized List<Finding> of(KeyCase key, Told told, Instant now) {
        if (key.question() == null || told == null) {
            return List.of();
        }
        var past = keys.computeIfAbsent(mark(key.question()), mark -> new Past());
        past.see(told.facts(), told.at());
        return past.active(now);
    }

    /** The question, credentials and all, so that nobody can read them out of it. */
    private String mark(Question question) {
        var credentials = question.credentials();
        var parts = List.of(
                question.exchange(),
                String.valueOf(question.market()),
                String.valueOf(question.testnet()),
                String.valueOf(question.origin()),
                credentials.key(),
                credentials.secret(),
                credentials.passphrase(),
                credentials.clientId());
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            parts.forEach(part -> {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
                sha.update(bytes);
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
