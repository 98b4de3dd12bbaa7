package gunbot.preflight.testing;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.judge.Judgement;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Asker;
import gunbot.preflight.probe.ExchangeClient;
import gunbot.preflight.probe.HostPauses;
import gunbot.preflight.probe.HostSlots;
import gunbot.preflight.probe.Line;
import gunbot.preflight.probe.Nonces;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.Wording;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.text.Texts;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The way from one key to its judgement over real HTTP, put together without the container. */
public final class Bench implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Clock clock;
    private final Settings settings;
    private final Line line;

    public Bench() {
        this(Clock.systemUTC(), Map.of());
    }

    /**
     * @param overrides settings by their full names
     */
    public Bench(Clock clock, Map<String, String> overrides) {
        this.clock = clock;
        this.settings = TestSettings.of(overrides);
        this.line = new Line(
                new ExchangeClient(vertx, settings, clock),
                new HostPauses(clock),
                new HostSlots(),
                new Nonces(),
                clock,
                settings);
    }

    /** What asking gave, and what is thought of it. */
    public record Result(KeyCase key, Told told, Judgement judgement) {
        /** What the report says of a finding, in English. */
        public String message(Code code) {
            return new Wording(Texts.in(Locale.ENGLISH)).message(finding(code), key);
        }

        /** What the report says is to be done about it. */
        public String remedy(Code code) {
            return new Wording(Texts.in(Locale.ENGLISH)).remedy(finding(code), key);
        }

        public List<Code> codes() {
            return judgement.findings().stream().map(Finding::code).toList();
        }

        public Finding finding(Code code) {
            return judgement.findings().stream()
                    .filter(f -> f.code() == code)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + code + " among " + judgement.findings()));
        }

        public String scopes() {
            var text = new StringBuilder();
            judgement.scopes().forEach(s -> text.append(s.scope())
                    .append('=')
                    .append(s.grant().state())
                    .append(' '));
            return text.toString().strip();
        }
    }

    public Result check(Exchange exchange, Credentials credentials, StandIn at) {
        return check(exchange, credentials, at, exchange.listing().defaultMarket(), false, Role.BOTH);
    }

    public Result check(
            Exchange exchange, Credentials credentials, StandIn at, Market market, boolean testnet, Role role) {
        return check(exchange, credentials, at, List.of(market), testnet, role).get(0);
    }

    /** One key, asked once for several markets; a result for each. */
    public List<Result> check(
            Exchange exchange, Credentials credentials, StandIn at, List<Market> markets, boolean testnet, Role role) {
        var questions = markets.stream()
                .map(market ->
                        new Question(exchange.listing().id(), credentials, market, testnet, URI.create(at.origin())))
                .toList();
        var secrets =
                List.of(credentials.key(), credentials.secret(), credentials.passphrase(), credentials.clientId());
        var told = new Asker(line, secrets).ask(exchange, questions).await().atMost(Duration.ofSeconds(30));
        return questions.stream()
                .map(question -> result(exchange, question, role, told.get(question)))
                .toList();
    }

    private Result result(Exchange exchange, Question question, Role role, Told told) {
        var key = new KeyCase(
                exchange.listing().id(),
                exchange.listing().id(),
                exchange.listing(),
                question.market(),
                role,
                true,
                true,
                question.credentials().hint(),
                Source.CONFIG,
                question.origin(),
                question,
                List.of());
        return new Result(key, told, new Judge(settings.policy()).judge(key, told, Set.of(), clock.instant()));
    }

    @Override
    public void close() {
        vertx.closeAndAwait();
    }
}
