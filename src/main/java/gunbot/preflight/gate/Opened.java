package gunbot.preflight.gate;

import java.time.Instant;

/**
 * That the gate opened, as it is remembered for the life of the pod.
 *
 * @param at when
 * @param how why; never {@link Opening#REMEMBERED}
 */
public record Opened(Instant at, Opening how) {}
