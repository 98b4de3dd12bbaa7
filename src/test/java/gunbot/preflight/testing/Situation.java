package gunbot.preflight.testing;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.gunbot.ConfigFile;
import gunbot.preflight.judge.Accounts;
import gunbot.preflight.judge.BotJudgement;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.Given;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Keys;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.report.KeyReport;
import gunbot.preflight.report.Report;
import gunbot.preflight.report.Wording;
import gunbot.preflight.text.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a user has: a config.js, and exchanges that answer each key in their own words. From there to the report, without a network. */
public final class Situation {
    static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");

    private final Catalogue catalogue = AllExchanges.catalogue();
    private final Path file;
    private final Map<String, Map<String, Answer>> answers = new HashMap<>();
    private final Map<String, Refusal> failures = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private ClockReading clock;
    private Refusal refusedForTime;

    /** @param file Gunbot's config.js; it may be missing or broken */
    public Situation(Path file) {
        this.file = file;
    }

    /** What the exchange answers to one key, with status 200 unless told otherwise. */
    public Situation answers(String keyId, String call, String body) {
        return answers(keyId, call, 200, body);
    }

    public Situation answers(String keyId, String call, int status, String body) {
        answers.computeIfAbsent(keyId, id -> new LinkedHashMap<>())
                .put(call, new Answer(status, Map.of(), body.replace('\'', '"')));
        return this;
    }

    /** The exchange of a key does not answer at all. */
    public Situation fails(String keyId, Refusal refusal) {
        failures.put(keyId, refusal);
        return this;
    }

    /** Our clock minus the exchange's, in milliseconds; a request was refused for it. */
    public Situation clockIsOffBy(long millis, String exchange, int status, String body) {
        clock = ClockReading.of(NOW.toEpochMilli(), NOW.toEpochMilli(), NOW.toEpochMilli() - millis, 1);
        refusedForTime = catalogue
                .byId(exchange)
                .orElseThrow()
                .read(new Answer(status, Map.of(), body.replace('\'', '"')))
                .refusal()
                .orElseThrow();
        return this;
    }

    public Situation given(String entry, String key, String secret) {
        given.add(new Given(entry, entry, "", key, secret, "", "", "", null, null, ""));
        return this;
    }

    public Report report() {
        var reading = new ConfigFile(file, new TestClock()).read();
        var keys = new Keys(catalogue, Map.of()).of(reading, given);
        var told = new HashMap<Question, Told>();
        keys.stream()
                .map(KeyCase::question)
                .filter(question -> question != null)
                .forEach(question -> told.put(question, told(question)));
        var judge = new Judge(TestSettings.of(Map.of()).policy());
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(BotJudgement.of(reading));
        return new Report(
                NOW,
                Duration.ofMillis(1),
                true,
                reading,
                findings,
                keys.stream()
                        .map(key -> new KeyReport(
                                key,
                                told.get(key.question()),
                                judge.judge(
                                        key, told.get(key.question()), Set.of(), NOW, Accounts.of(key, keys, told))))
                        .toList());
    }

    private Told told(Question question) {
        var id = question.credentials().key();
        var exchange = catalogue.byId(question.exchange()).orElseThrow();
        var facts = failures.containsKey(id)
                ? Facts.refused(failures.get(id))
                : exchange.ask(new Answering(exchange, question, answers.getOrDefault(id, Map.of())))
                        .await()
                        .atMost(Duration.ofSeconds(5));
        return new Told(facts, clock, refusedForTime, 1, 1, NOW);
    }

    /** All that a report says of a code, message and remedy, in one language. */
    public static String words(Report report, Code code, Locale language) {
        var wording = new Wording(Texts.in(language));
        var ofKeys = report.keys().stream()
                .flatMap(key -> findings(key.judgement().findings(), code)
                        .map(f -> wording.message(f, key.key()) + "\n" + wording.remedy(f, key.key())));
        var others =
                findings(report.findings(), code).map(f -> wording.message(f, null) + "\n" + wording.remedy(f, null));
        var words = Stream.concat(ofKeys, others).distinct().toList();
        if (words.isEmpty()) {
            throw new AssertionError("no " + code + " in " + report.findings() + report.keys());
        }
        return String.join("\n", words);
    }

    private static Stream<Finding> findings(List<Finding> findings, Code code) {
        return findings.stream().filter(finding -> finding.code() == code);
    }
}
