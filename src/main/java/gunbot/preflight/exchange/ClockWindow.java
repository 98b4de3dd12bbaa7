package gunbot.preflight.exchange;

import java.time.Duration;

/**
 * How far a request's time may be from the exchange's before it is refused.
 *
 * @param ahead of the exchange's clock
 * @param behind the exchange's clock
 */
public record ClockWindow(Duration ahead, Duration behind) {}
