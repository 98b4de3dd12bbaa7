package gunbot.preflight.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The unsigned call that tells the exchange's clock.
 *
 * @param call what to send
 * @param resolution how exact the told time is
 * @param millis reads the time from the data, Unix milliseconds; empty where it is not there
 */
public record TimeCall(AllowedCall call, Duration resolution, Function<JsonNode, OptionalLong> millis) {}
