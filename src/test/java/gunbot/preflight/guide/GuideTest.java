package gunbot.preflight.guide;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.guide.GuideView.BoxView;
import gunbot.preflight.guide.GuideView.Field;
import gunbot.preflight.guide.GuideView.KeyGuide;
import gunbot.preflight.keys.Role;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.text.Languages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuideTest {
    private static final Guides GUIDES = new Guides(new Catalogue(AllExchanges.all()));

    static Stream<GuideView> guides() {
        return Languages.ALL.stream().flatMap(language -> AllExchanges.all().stream()
                .map(exchange -> guide(exchange.listing().id(), language)));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyGuide_isWholeAndFilled(GuideView guide) {
        assertThat(texts(guide))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}", "null", "  "));
        assertThat(guide.keys()).extracting(KeyGuide::role).contains(Role.TRADING, Role.MASTER);
        assertThat(guide.keys()).allSatisfy(key -> assertThat(key.boxes())
                .extracting(BoxView::id)
                .isNotEmpty()
                .doesNotHaveDuplicates());
        assertThat(guide.fields()).extracting(Field::name).startsWith("key", "secret", "masterkey", "mastersecret");
        assertThat(guide.fields()).extracting(Field::required).contains(guide.supported());
        if (!guide.supported()) {
            assertThat(guide.fields()).extracting(Field::required).containsOnly(false);
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void steps_nameEveryBoxToTickAndNoneToLeaveOff(GuideView guide) {
        for (var key : guide.keys()) {
            var off = key.steps().stream().filter(GuideTest::saysLeaveOff).toList();
            var tick = key.steps().stream().filter(step -> !saysLeaveOff(step)).toList();
            for (var box : key.boxes()) {
                if (box.print() != Box.Print.PRINTED || guide.state() == Standing.State.CLOSED) {
                    continue;
                }
                var label = '"' + box.label() + '"';
                if (box.expectation() == Expectation.REQUIRED) {
                    assertThat(String.join(" ", tick)).contains(label);
                }
                if (box.expectation() == Expectation.FORBIDDEN) {
                    assertThat(String.join(" ", tick)).doesNotContain(label);
                }
                if (box.expectation() != Expectation.FORBIDDEN) {
                    assertThat(String.join(" ", off)).doesNotContain(label);
                }
                if (box.expectation() == Expectation.FORBIDDEN && key.role() == Role.TRADING) {
                    assertThat(String.join(" ", off)).contains(label);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void masterKey_isToReadAndNothingElse(GuideView guide) {
        assertThat(guide.keys()).filteredOn(key -> key.role() == Role.MASTER).allSatisfy(key -> {
            assertThat(key.boxes())
                    .filteredOn(box -> box.expectation() == Expectation.REQUIRED)
                    .isNotEmpty()
                    .allMatch(box -> box.scope() == Scope.READ);
            assertThat(key.boxes())
                    .filteredOn(box -> box.scope() != Scope.READ && box.print() != Box.Print.NO_BOX)
                    .allMatch(box -> box.expectation() == Expectation.FORBIDDEN);
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyKey_neverTicksWhatTakesMoneyOut(GuideView guide) {
        assertThat(guide.keys().stream().flatMap(key -> key.boxes().stream()))
                .filteredOn(box -> box.scope() == Scope.WITHDRAW)
                .allMatch(box -> box.expectation() == Expectation.FORBIDDEN);
    }

    @Test
    void closedExchange_hasNoPageAndNoSteps_butToRemoveTheEntry() {
        var bittrex = guide("bittrex", Languages.ENGLISH);

        assertThat(bittrex.supported()).isFalse();
        assertThat(bittrex.since()).hasToString("2023-12-04");
        assertThat(bittrex.keyPage()).isNull();
        assertThat(bittrex.afterwards()).isEmpty();
        assertThat(bittrex.keys()).allMatch(key -> key.steps().isEmpty());
        assertThat(bittrex.removal()).hasSizeGreaterThan(2);
        assertThat(String.join(" ", texts(bittrex))).doesNotContain("http");
    }

    @Test
    void coinbasePro_isForInstitutionsAlone() {
        var coinbase = guide("coinbase-pro", Languages.SPANISH);

        assertThat(coinbase.state()).isEqualTo(Standing.State.INSTITUTIONS);
        assertThat(coinbase.supported()).isTrue();
        assertThat(coinbase.listedByGunbot()).isFalse();
        assertThat(coinbase.removal()).isNotEmpty();
    }

    @Test
    void nash_hasTheFiveStepsOfTheSourcePage() {
        var steps = guide("nash", Languages.ENGLISH).keys().get(0).steps();

        assertThat(steps).hasSize(5);
        assertThat(steps.get(0)).contains("settings");
        assertThat(steps.get(1)).contains("\"API Keys\"", "generate a new key");
        assertThat(steps.get(2)).contains("password", "two-factor");
        assertThat(steps.get(3)).startsWith("Optional").contains("can send money");
        assertThat(steps.get(4)).contains("key and the secret");
    }

    @Test
    void markets_areApartOnlyWhereTheirBoxesDiffer() {
        assertThat(trading("bitmex")).containsExactly(List.of("futures", "swap", "delivery", "spot"));
        assertThat(trading("poloniex")).containsExactly(List.of("spot"), List.of("futures", "swap"));
        assertThat(trading("binance")).containsExactly(List.of("spot", "margin"));
        assertThat(trading("cex")).containsExactly(List.of("spot"), List.of("spot")); // two interfaces
    }

    @Test
    void unknownId_noGuide() {
        assertThat(GUIDES.of("nowhere", Languages.ENGLISH)).isEmpty();
        assertThat(GUIDES.of("BINANCE", Languages.ENGLISH)).isEmpty();
    }

    @Test
    void list_hasEveryExchangeWithTheWayToItsGuide() {
        assertThat(GUIDES.all()).hasSameSizeAs(AllExchanges.all()).allSatisfy(line -> {
            assertThat(line.guide()).isEqualTo("/api/v1/exchanges/" + line.id());
            assertThat(line.gunbotNames()).isNotEmpty().isSorted();
            assertThat(line.markets()).isNotEmpty();
        });
        assertThat(GUIDES.all()).extracting(ExchangeView::id).isSorted();
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void everyForm_isMadeOfTheCataloguesBoxes(Exchange exchange) {
        assertThat(exchange.keyForms().stream().flatMap(form -> form.boxes().stream()))
                .containsExactlyElementsOf(exchange.listing().boxes());
        for (var form : exchange.keyForms()) {
            // one label per box: a finding names labels
            assertThat(form.boxes().stream().map(Box::id).distinct().count())
                    .isEqualTo(form.boxes().stream().map(Box::label).distinct().count());
        }
    }

    static List<Exchange> exchanges() {
        return AllExchanges.all();
    }

    private static List<List<String>> trading(String id) {
        return guide(id, Languages.ENGLISH).keys().stream()
                .filter(key -> key.role() == Role.TRADING)
                .map(KeyGuide::markets)
                .toList();
    }

    private static boolean saysLeaveOff(String step) {
        return step.startsWith("Leave \"")
                || step.startsWith("Leave the permission")
                || step.startsWith("Leave every")
                || step.startsWith("Deje sin ");
    }

    private static GuideView guide(String id, Locale language) {
        return GUIDES.of(id, language).orElseThrow();
    }

    private static List<String> texts(GuideView guide) {
        return Stream.of(
                        Stream.of(guide.standing(), guide.address(), guide.expiry(), guide.editing()),
                        guide.keys().stream()
                                .flatMap(key -> Stream.concat(Stream.of(key.title()), key.steps().stream())),
                        guide.keys().stream()
                                .flatMap(key -> key.boxes().stream())
                                .flatMap(box -> Stream.of(box.label(), box.right())),
                        guide.fields().stream().map(Field::text),
                        guide.afterwards().stream(),
                        guide.traps().stream(),
                        guide.removal().stream())
                .flatMap(text -> text)
                .toList();
    }
}
