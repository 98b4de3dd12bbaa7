package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing fills its own holes in a body that has been compared, and can alter nothing else. */
class SignatureTest {
    private static final AllowedCall CALL = AllowedCall.read(
            "POST https://api.example/v1 {\"id\":1,\"time\":<time>,\"by\":\"<public_key>\",\"sig\":\"<signature>\"}");
    private static final Request REQUEST = CALL.fill(Map.of(Hole.TIME, "1790000000000"));
    private static final String PUBLIC = "02".repeat(33);

    @Test
    void body_bothHoles_areFilledAndTheRestStays() {
        assertThat(CALL.admits(REQUEST)).isTrue();
        assertThat(signature(Map.of(Hole.SIGNATURE, "aB+/=_-9", Hole.PUBLIC_KEY, PUBLIC))
                        .body(REQUEST))
                .isEqualTo("{\"id\":1,\"time\":1790000000000,\"by\":\"" + PUBLIC + "\",\"sig\":\"aB+/=_-9\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\"",
                "a\",\"id\":2,\"x\":\"",
                "a\\",
                "a}",
                "a,b",
                "a b",
                "a\n",
                "a\u0000",
                "<public_key>",
                "<signature>",
                "é"
            })
    void signature_anotherForm_isRefusedWithoutTheValue(String value) {
        assertThatThrownBy(() -> signature(Map.of(Hole.SIGNATURE, value)))
                .isInstanceOf(NotAllowedException.class)
                .hasMessage("not an allowed call: signing may not fill SIGNATURE so");
        assertThatThrownBy(() -> signature(Map.of(Hole.PUBLIC_KEY, value))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void signature_tooLong_isRefused() {
        assertThatThrownBy(() -> signature(Map.of(Hole.SIGNATURE, "a".repeat(1025))))
                .isInstanceOf(NotAllowedException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Hole.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SIGNATURE", "PUBLIC_KEY"})
    void signature_ofAnyOtherHole_isRefused(Hole hole) {
        assertThatThrownBy(() -> signature(Map.of(hole, "1790000000000"))).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void body_notJustTheHolesThatAreThere_isRefused() {
        for (var holes :
                List.of(Map.<Hole, String>of(), Map.of(Hole.SIGNATURE, "ab"), Map.of(Hole.PUBLIC_KEY, PUBLIC))) {
            assertThatThrownBy(() -> signature(holes).body(REQUEST)).isInstanceOf(NotAllowedException.class);
        }
        var without = new Request("POST", URI.create("https://api.example/v1"), "{\"id\":1}");
        assertThatThrownBy(() -> signature(Map.of(Hole.SIGNATURE, "ab")).body(without))
                .isInstanceOf(NotAllowedException.class);
        assertThat(Signature.NONE.body(without)).isEqualTo("{\"id\":1}");
    }

    @Test
    void call_withItsSignatureAlreadyThere_isNotAdmitted() {
        var filled = new Request("POST", REQUEST.uri(), REQUEST.body().replace("<signature>", "ab"));

        assertThat(CALL.admits(filled)).isFalse();
        assertThatThrownBy(() -> CALL.fill(Map.of(Hole.TIME, "1790000000000", Hole.SIGNATURE, "ab")))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void noHole_hasRoomForTheMarkOfAnother() {
        for (var hole : Hole.values()) {
            for (var other : EnumSet.allOf(Hole.class)) {
                assertThat(hole.admits(other.mark())).isFalse();
            }
        }
    }

    private static Signature signature(Map<Hole, String> holes) {
        return new Signature(Map.of(), "", holes, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature=a&symbol=BTCUSDT", "signature=", "signature=a b", "a", "signature=a#x"})
    void signature_cannotAddMoreThanOneParameter(String query) {
        assertThatThrownBy(() -> new Signature(Map.of(), query, List.of())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> new Signature(Map.of(), "", query, List.of())).isInstanceOf(NotAllowedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "X-HTTP-Method-Override"})
    void signature_cannotChangeWhereARequestGoes(String header) {
        assertThatThrownBy(() -> new Signature(Map.of(header, "x"), "", List.of()))
                .isInstanceOf(NotAllowedException.class);
    }
}
