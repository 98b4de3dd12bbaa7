package gunbot.preflight.notify;

import io.smallrye.mutiny.Uni;

/** Takes one request to its receiver. */
interface Courier {

    /** Sends it once. Never fails: what went wrong is the outcome. */
    Uni<Outcome> send(Post post);

    /**
     * How it ended.
     *
     * @param problem what went wrong, without an address; null where the receiver took it
     * @param again whether another attempt may end better
     */
    record Outcome(String problem, boolean again) {
        static final Outcome TAKEN = new Outcome(null, false);
    }
}
