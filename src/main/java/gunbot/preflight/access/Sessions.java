package gunbot.preflight.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** Who has signed in. Kept in memory alone, so that a restart ends every session. */
@ApplicationScoped
public class Sessions {
    /** The name of the cookie. */
    public static final String COOKIE = "preflight-session";

    /** A session ends this long after it began, however much it is used. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** A session ends this long after it was last used. */
    static final Duration IDLE = Duration.ofHours(12);

    /** One more makes the one end that has not been used for the longest time. */
    static final int MOST = 64;

    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Session> sessions = new ArrayList<>();

    public Sessions(Clock clock) {
        this.clock = clock;
    }

    private static final class Session {
        private final byte[] id;
        private final Instant begun;
        private Instant used;

        private Session(byte[] id, Instant begun) {
            this.id = id;
            this.begun = begun;
            this.used = begun;
        }

        private boolean isOver(Instant now) {
            return now.isAfter(begun.plus(LONGEST)) || now.isAfter(used.plus(IDLE));
        }
    }

    /** Begins a session and gives its id, which nobody can guess. */
    public synchronized String begin() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        sessions.removeIf(session -> session.isOver(now));
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.stream()
                    .min(Comparator.comparing(session -> session.used))
                    .orElseThrow());
        }
        sessions.add(new Session(id.getBytes(StandardCharsets.US_ASCII), now));
        return id;
    }

    /** Whether a session of this id goes on; that it was asked for keeps it alive. */
    public synchronized boolean goesOn(String id) {
        var now = clock.instant();
        sessions.removeIf(session -> session.isOver(now));
        var found = find(id);
        if (found != null) {
            found.used = now;
        }
        return found != null;
    }

    public synchronized void end(String id) {
        sessions.remove(find(id));
    }

    /** Compares with every one, in a time that tells nothing of how alike they are. */
    private Session find(String id) {
        if (id == null) {
            return null;
        }
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        Session found = null;
        for (var session : sessions) {
            if (MessageDigest.isEqual(session.id, bytes)) {
                found = session;
            }
        }
        return found;
    }
}
