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
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way from one key to its judgement over real HTTP, put together without the container. */
public final class Bench implements AutoCloseable {
    private final Runnable end;
    private final Clock clock;
    private final Settings settings;
    private final HostPauses pauses;
    private final Line line;

    public Bench() {
        this(Clock.systemUTC(), Map.of());
    }

    /**
     * @param overrides settings by their full names
     */
    public Bench(Clock clock, Map<String, String> overrides) {
        this(Vertx.vertx(), clock, overrides, true);
    }

    /** One whose threads are another's: for tests that make very many. What it holds itself it gives back at its end. */
    public Bench(Vertx vertx, Clock clock, Map<String, String> overrides) {
        this(vertx, clock, overrides, false);
    }

    private Bench(Vertx vertx, Clock clock, Map<String, String> overrides, boolean owner) {
        this.clock = clock;
        this.settings = TestSettings.of(overrides);
        this.pauses = new HostPauses(clock);
        var client = new ExchangeClient(vertx, settings, clock);
        this.end = owner ? vertx::closeAndAwait : client::close;
        this.line = new Line(client, pauses, new HostSlots(), new Nonces(), clock, settings);
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
        var told = asker(credentials).ask(exchange, questions).await().atMost(Duration.ofSeconds(30));
        return questions.stream()
                .map(question -> result(exchange, question, role, told.get(question)))
                .toList();
    }

    /** Asks about the good key of each of these exchanges, at its place, all in one check. */
    public Map<EveryExchange, Result> check(Map<EveryExchange, URI> places) {
        var asker =
                asker(places.keySet().stream().map(EveryExchange::credentials).toArray(Credentials[]::new));
        var asked = places.entrySet().stream()
                .map(place -> ask(asker, place.getKey(), place.getValue()))
                .toList();
        return Uni.join().all(asked).andFailFast().await().atMost(Duration.ofSeconds(120)).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** For how long the host of an exchange, the longest of several, is left alone from now on; nought where it is not. */
    public Duration pauseOf(Exchange exchange) {
        return exchange.allowedCalls().stream()
                .map(call -> call.text().replaceFirst("^[A-Z]+ https://", "").replaceFirst("[/?].*", ""))
                .distinct()
                .flatMap(host -> pauses.until(host).stream())
                .map(until -> Duration.between(clock.instant(), until))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private Uni<Map.Entry<EveryExchange, Result>> ask(Asker asker, EveryExchange each, URI place) {
        var exchange = each.adapter();
        var question =
                new Question(each.id(), each.credentials(), exchange.listing().defaultMarket(), false, place);
        return asker.ask(exchange, List.of(question))
                .map(told -> Map.entry(each, result(exchange, question, Role.BOTH, told.get(question))));
    }

    private Asker asker(Credentials... all) {
        return new Asker(
                line,
                Stream.of(all)
                        .flatMap(key -> Stream.of(key.key(), key.secret(), key.passphrase(), key.clientId()))
                        .toList());
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
        end.run();
    }
}
