package gunbot.preflight.exchange.wrongtypes;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Tape;
import gunbot.preflight.standin.KeyState;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.SampleKeys;
import gunbot.preflight.testing.TestSettings;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that an exchange's stand-in answered to the questions about one key.
 *
 * @param answers by the call as written among the allowed ones, in the order in which they were asked
 */
record Recording(Situation situation, KeyState state, Question question, Map<String, Answer> answers) {
    private static final Catalogue CATALOGUE = AllExchanges.catalogue();

    /** Every situation and every state that a key can be in there; nothing of it is written by hand. */
    static List<Recording> all(Vertx vertx, Clock clock) {
        var tape = new Tape(vertx, clock, TestSettings.of(Map.of()));
        var all = new ArrayList<Recording>();
        for (var situation : Situation.ALL) {
            try (var standIn = situation.start().apply(clock).start()) {
                for (var state : KeyState.values()) {
                    var key = SampleKeys.known(situation.exchange(), state.ordinal() + 1, state);
                    situation.prepare().accept(standIn);
                    if (situation.know(standIn, key)) {
                        var exchange = exchange(situation.exchange());
                        var question = new Question(
                                situation.exchange(),
                                new Credentials(key.id(), key.secret(), key.passphrase(), situation.clientId()),
                                situation.market() == null ? exchange.listing().defaultMarket() : situation.market(),
                                situation.testnet(),
                                URI.create(standIn.origin()));
                        all.add(new Recording(situation, state, question, tape.record(exchange, question)));
                    }
                }
            }
        }
        return all;
    }

    /** A new one each time: an exchange may remember which keys it has seen. */
    static Exchange exchange(String id) {
        var known = CATALOGUE.byId(id).orElseThrow();
        try {
            return known.getClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return situation.exchange() + "/" + situation.name() + "/" + state;
    }
}
