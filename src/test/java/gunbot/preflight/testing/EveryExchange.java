package gunbot.preflight.testing;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandInKey;
import gunbot.preflight.standin.StandIns;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * An exchange with all that a test needs to ask it: its adapter, its stand-in, and keys that both know, as many as are
 * wanted; the same number gives the same key. For tests of what holds for every exchange:
 *
 * <pre>{@code
 * @ParameterizedTest
 * @MethodSource("gunbot.preflight.testing.EveryExchange#all")
 * }</pre>
 */
public record EveryExchange(Exchange adapter) {
    /** One of each, by id. Bittrex is among them: it is closed, but asked where an origin is set, as tests do. */
    public static Stream<EveryExchange> all() {
        return AllExchanges.all().stream().map(EveryExchange::new);
    }

    public static EveryExchange of(String id) {
        return all().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    public String id() {
        return adapter.listing().id();
    }

    /** A stand-in that runs, without keys. */
    public StandIn standIn(Clock clock) {
        return StandIns.make(id(), clock).start();
    }

    /** A stand-in that runs and knows {@link #credentials()} as a good key. */
    public StandIn standInWithGoodKey(Clock clock) {
        var standIn = standIn(clock);
        standIn.add(key(KeyState.GOOD));
        return standIn;
    }

    /** The key as the exchange knows it. */
    public StandInKey key(KeyState state) {
        return key(0, state);
    }

    public StandInKey key(int number, KeyState state) {
        return SampleKeys.known(id(), number, state);
    }

    /** The same key as its user has it; to be asked on the listing's default market. */
    public Credentials credentials() {
        return credentials(0);
    }

    public Credentials credentials(int number) {
        return SampleKeys.credentials(id(), number);
    }

    /** For the names of test cases. */
    @Override
    public String toString() {
        return id();
    }
}
