package gunbot.preflight.guide;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Boxes;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.KeyForm;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.State;
import gunbot.preflight.guide.GuideView.BoxView;
import gunbot.preflight.guide.GuideView.KeyGuide;
import gunbot.preflight.judge.Judge;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.testing.TestSettings;
import gunbot.preflight.text.Languages;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a guide says to tick is what a check demands: keys made by the guide, and keys that differ from it by one box. */
class GuideAgreesWithJudgeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:40:00Z");
    private static final Set<Code> TOO_LITTLE = Set.of(Code.READ_OFF, Code.TRADE_OFF);
    private static final Set<Code> TOO_MUCH = Set.of(Code.WITHDRAW_ON, Code.TRANSFER_ON, Code.EXCESS_SCOPE);
    private static final Judge JUDGE = new Judge(TestSettings.of(Map.of()).policy());

    /** One kind of key of one exchange on one market. */
    record Kind(Exchange exchange, KeyForm form, KeyGuide guide, Market market) {
        @Override
        public String toString() {
            return exchange.listing().id() + " " + form.id() + " " + guide.role() + " " + market;
        }
    }

    static Stream<Kind> kinds() {
        var guides = new Guides(new Catalogue(AllExchanges.all()));
        return AllExchanges.all().stream()
                .flatMap(exchange -> guides.of(exchange.listing().id(), Languages.ENGLISH).orElseThrow().keys().stream()
                        .flatMap(key -> key.markets().stream()
                                .map(word -> new Kind(
                                        exchange,
                                        form(exchange, key),
                                        key,
                                        Market.of(word).orElseThrow()))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keyMadeByTheGuide_hasNeitherTooLittleNorTooMuch(Kind kind) {
        assertThat(blamed(kind, ids(kind, Expectation.REQUIRED))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everythingAllowedBesides_hasNeitherTooLittleNorTooMuch(Kind kind) {
        var ticked = ids(kind, Expectation.REQUIRED);
        ticked.addAll(ids(kind, Expectation.ALLOWED));

        assertThat(blamed(kind, ticked)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneRequiredBoxMissing_isNamedAlone(Kind kind) {
        for (var missing : ids(kind, Expectation.REQUIRED)) {
            var ticked = ids(kind, Expectation.REQUIRED);
            ticked.remove(missing);

            assertThat(blamed(kind, ticked)).as(missing).singleElement().satisfies(finding -> {
                assertThat(TOO_LITTLE).contains(finding.code());
                assertThat(finding.values()).containsEntry("boxes", '"' + label(kind, missing) + '"');
            });
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void oneForbiddenBoxTicked_isNamed(Kind kind) {
        assertThat(ids(kind, Expectation.FORBIDDEN)).isNotEmpty();
        for (var surplus : ids(kind, Expectation.FORBIDDEN)) {
            var ticked = ids(kind, Expectation.REQUIRED);
            ticked.add(surplus);

            assertThat(blamed(kind, ticked)).as(surplus).isNotEmpty().allSatisfy(finding -> {
                assertThat(TOO_MUCH).contains(finding.code());
                assertThat(finding.values()).containsEntry("boxes", '"' + label(kind, surplus) + '"');
            });
        }
    }

    private static KeyForm form(Exchange exchange, KeyGuide key) {
        var ids = key.boxes().stream().map(BoxView::id).collect(Collectors.toSet());
        return exchange.keyForms().stream()
                .filter(form -> form.boxes().stream()
                        .map(Box::id)
                        .collect(Collectors.toSet())
                        .equals(ids))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(Kind kind, Expectation expectation) {
        return kind.guide().boxes().stream()
                .filter(box -> box.expectation() == expectation)
                .map(BoxView::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String label(Kind kind, String id) {
        return kind.exchange().listing().box(id).orElseThrow().label();
    }

    /** What judgement has against a key of which exactly these boxes are ticked. */
    private static List<Finding> blamed(Kind kind, Set<String> ticked) {
        var boxes = new Boxes(kind.form().boxes());
        kind.form().boxes().forEach(box -> boxes.set(box.id(), State.of(ticked.contains(box.id()))));
        var facts = Facts.NONE.with(boxes.grants(Evidence.DECLARED));
        assertThat(facts.grants()).isNotEmpty();
        var listing = kind.exchange().listing();
        var key = new KeyCase(
                listing.id(),
                listing.id(),
                listing,
                kind.market(),
                kind.guide().role(),
                true,
                true,
                "",
                Source.CONFIG,
                null,
                new Question(listing.id(), new Credentials("k", "s", "", ""), kind.market(), false, null),
                List.of());
        var told = new Told(facts, new ClockReading(0, 5), null, 2, 10, NOW);
        return JUDGE.judge(key, told, Set.of(), NOW).findings().stream()
                .filter(finding -> TOO_LITTLE.contains(finding.code()) || TOO_MUCH.contains(finding.code()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keyForBoth_isJudgedLikeOneThatOnlyTrades(Kind kind) {
        for (var box : kind.exchange().listing().boxes()) {
            assertThat(gunbot.preflight.judge.Expectations.of(
                            kind.exchange().listing(), box.id(), kind.market(), Role.BOTH))
                    .isEqualTo(gunbot.preflight.judge.Expectations.of(
                            kind.exchange().listing(), box.id(), kind.market(), Role.TRADING));
        }
    }
}
