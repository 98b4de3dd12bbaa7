package gunbot.preflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.testing.AllExchanges;
import gunbot.preflight.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be done about a key's boxes and addresses depends on whether the exchange lets a key be edited. */
class RemediesTest {
    private static final Wording ENGLISH = new Wording(Texts.in(Locale.ENGLISH));
    private static final Wording SPANISH = new Wording(Texts.in(Locale.forLanguageTag("es")));

    /** What a box of an existing key is told to become, in either language. */
    private static final Pattern EDITS = Pattern.compile(
            "\\bedit(s|ing)?\\b|\\bedit(e|ar)\\b|^(tick|untick|marque|desmarque)\\b|[,;] (tick|untick|marque|desmarque)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final List<Code> ABOUT_BOXES = List.of(
            Code.READ_OFF,
            Code.TRADE_OFF,
            Code.WITHDRAW_ON,
            Code.TRANSFER_ON,
            Code.EXCESS_SCOPE,
            Code.PERMISSION_DENIED,
            Code.IP_NOT_ALLOWED,
            Code.IP_UNRESTRICTED,
            Code.ADDRESS_NOT_LISTED,
            Code.HISTORY_LIMITED);

    static Stream<Exchange> editable() {
        return AllExchanges.all().stream().filter(e -> e.listing().rightsCanBeEdited());
    }

    static Stream<Exchange> fixed() {
        return AllExchanges.all().stream().filter(e -> !e.listing().rightsCanBeEdited());
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void keyThatCannotBeEdited_noRemedySaysThatItCan(Code code) {
        assertThat(fixed()).isNotEmpty().allSatisfy(exchange -> variants(exchange)
                .forEach(variant -> {
                    var finding = finding(code).variant(variant);
                    assertThat(ENGLISH.remedy(finding, key(exchange.listing())))
                            .as("%s.%s", code, variant)
                            .doesNotContainPattern(EDITS);
                    assertThat(SPANISH.remedy(finding, key(exchange.listing())))
                            .as("%s.%s", code, variant)
                            .doesNotContainPattern(EDITS);
                }));
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void keyThatCannotBeEdited_aNewOneIsMade_withTheLicenceInMind(Exchange exchange) {
        for (var code : ABOUT_BOXES) {
            for (var variant : List.of("", "seen")) {
                var finding = finding(code).variant(variant);
                assertThat(ENGLISH.remedy(finding, key(exchange.listing())))
                        .as("%s.%s", code, variant)
                        .contains("make a new one", exchange.listing().keyPage())
                        .contains("register it with the Gunbot licence before you remove the old one");
                assertThat(SPANISH.remedy(finding, key(exchange.listing())))
                        .as("%s.%s", code, variant)
                        .contains("cree una nueva", exchange.listing().keyPage())
                        .contains("regístrela en la licencia de Gunbot antes de borrar la anterior");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("editable")
    void keyThatCanBeEdited_isNotThrownAwayForABox(Exchange exchange) {
        for (var code : ABOUT_BOXES) {
            assertThat(ENGLISH.remedy(finding(code), key(exchange.listing())))
                    .as(code.name())
                    .contains("edit this key")
                    .doesNotContain("make a new");
        }
    }

    @Test
    void newKeyForAnAddress_namesItWhereItIsKnown() {
        var key = key(fixed().findFirst().orElseThrow().listing());
        var seen = Finding.of(Code.IP_UNRESTRICTED).variant("seen").with("address", "203.0.113.7");

        assertThat(ENGLISH.remedy(seen, key)).contains("bound to 203.0.113.7");
        assertThat(ENGLISH.remedy(Finding.of(Code.IP_UNRESTRICTED), key))
                .contains("bound to this machine's public address");
        assertThat(SPANISH.remedy(Finding.of(Code.IP_UNRESTRICTED), key))
                .contains("restringida a la IP pública de este equipo");
    }

    @Test
    void exchangeWithWordsOfItsOwn_theyStay() {
        var bitmex = AllExchanges.catalogue().byId("bitmex").orElseThrow().listing();

        assertThat(ENGLISH.remedy(finding(Code.TRADE_OFF).variant("bitmex"), key(bitmex)))
                .contains("not \"Order Cancel\"");
    }

    /** Those that judgement and this exchange's own tables give. */
    private static List<String> variants(Exchange exchange) {
        return List.of(
                "", "seen", "lapsed", "disabled", "withdraw", exchange.listing().id());
    }

    private static Finding finding(Code code) {
        return Finding.of(code)
                .with("boxes", "\"Some Box\"")
                .with("date", "2026-12-01")
                .with("days", "9");
    }

    private static KeyCase key(Listing listing) {
        return new KeyCase(
                "entry",
                listing.id(),
                listing,
                listing.defaultMarket(),
                Role.BOTH,
                true,
                true,
                "",
                Source.CONFIG,
                null,
                null,
                List.of());
    }
}
