package gunbot.preflight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.testing.AllExchanges;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every call of every exchange: whatever is changed outside of a hole, it is another request, and is refused. */
class AllowedCallPropertiesTest {
    private static final Map<Hole, String> GOOD = new EnumMap<>(Map.of(
            Hole.TIME, "1790000000000",
            Hole.SECONDS, "1790000000",
            Hole.UTC, "2026-11-22T08%3A40%3A00",
            Hole.NONCE, "1790000000000",
            Hole.UUID, "0f8fad5b-d9cb-469f-a165-70867728950e",
            Hole.ACCESS_KEY, "an-access-key",
            Hole.UID, "100200300",
            Hole.MARKET, "btc_usdc"));

    @Provide
    Arbitrary<Exchange> exchanges() {
        return Arbitraries.of(AllExchanges.all());
    }

    @Property(seed = "20261122", tries = 2000)
    void request_withAnyCharacterChanged_isAdmittedOnlyWithinAHole(
            @ForAll("exchanges") Exchange exchange,
            @ForAll @IntRange(max = 99) int which,
            @ForAll @IntRange(max = 9999) int at,
            @ForAll char other) {
        var call = exchange.allowedCalls().get(which % exchange.allowedCalls().size());
        var request = call.fill(holes(call));
        var line = request.line();
        int place = at % line.length();
        Assume.that(line.charAt(place) != other);

        var changed = request(line.substring(0, place) + other + line.substring(place + 1));

        if (changed != null && admitted(exchange, changed)) {
            assertThat(withoutHoles(call, line, place))
                    .as(call + " with " + other + " at " + place)
                    .isTrue();
        }
    }

    @Property(seed = "20261122", tries = 1000)
    void parameters_leftOutEmptiedDoubledOrMore_areRefused(
            @ForAll("exchanges") Exchange exchange,
            @ForAll @IntRange(max = 99) int which,
            @ForAll @IntRange(max = 9) int parameter,
            @ForAll @IntRange(max = 4) int how) {
        var call = exchange.allowedCalls().get(which % exchange.allowedCalls().size());
        var request = call.fill(holes(call));
        boolean inBody = !request.body().isEmpty() && !request.body().startsWith("{");
        var text = inBody ? request.body() : request.query();
        Assume.that(!text.isEmpty());
        var parts = new ArrayList<>(List.of(text.split("&")));
        int place = parameter % parts.size();

        switch (how) {
            case 0 -> parts.remove(place);
            case 1 -> parts.set(place, parts.get(place).replaceAll("=.*", "="));
            case 2 -> parts.add(parts.get(place));
            case 3 -> parts.add("all=true");
            default -> parts.add(0, parts.remove(place));
        }
        var joined = String.join("&", parts);
        Assume.that(!joined.equals(text));
        var changed = inBody
                ? new Request(request.method(), request.uri(), joined)
                : new Request(request.method(), withQuery(request.uri(), joined), request.body());

        assertThat(call.admits(changed)).isFalse();
    }

    @Property(seed = "20261122", tries = 2000)
    void hole_anyValue_fillsOnlyWhereItHasTheForm(@ForAll Hole hole, @ForAll("values") String value) {
        Assume.that(!hole.bySigning());
        var call = AllowedCall.read("GET https://api.example/v1?a=" + hole.mark());

        boolean filled;
        try {
            filled = call.fill(Map.of(hole, value)).query().equals("a=" + value);
        } catch (NotAllowedException refused) {
            filled = false;
        }

        assertThat(filled).isEqualTo(hole.pattern().matcher(value).matches());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.strings().numeric().ofMinLength(8).ofMaxLength(20),
                Arbitraries.strings().withChars("0123456789abcdef-_&=?/# <>%").ofMaxLength(40),
                Arbitraries.of(GOOD.values()),
                Arbitraries.of(GOOD.values()).map(good -> good + "&all=true"),
                Arbitraries.strings().ofMaxLength(20));
    }

    private static boolean admitted(Exchange exchange, Request request) {
        return exchange.allowedCalls().stream().anyMatch(call -> call.admits(request));
    }

    /** Whether a place of a filled call is one that a hole has filled. */
    private static boolean withoutHoles(AllowedCall call, String line, int place) {
        var filled = call.text();
        var isHole = new boolean[line.length()];
        for (var hole : Hole.values()) {
            int at = hole.bySigning() ? -1 : filled.indexOf(hole.mark());
            while (at >= 0) {
                filled = filled.substring(0, at)
                        + GOOD.get(hole)
                        + filled.substring(at + hole.mark().length());
                at = filled.indexOf(hole.mark());
            }
        }
        for (var value : GOOD.values()) {
            for (int at = line.indexOf(value); at >= 0; at = line.indexOf(value, at + 1)) {
                Arrays.fill(isHole, at, at + value.length(), true);
            }
        }
        return filled.equals(line) && isHole[place];
    }

    private static Map<Hole, String> holes(AllowedCall call) {
        var values = new EnumMap<Hole, String>(GOOD);
        values.keySet().removeIf(hole -> !call.has(hole));
        return values;
    }

    private static Request request(String line) {
        var parts = line.split(" ", 3);
        try {
            return parts.length < 2
                    ? null
                    : new Request(parts[0], URI.create(parts[1]), parts.length == 3 ? parts[2] : "");
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    private static URI withQuery(URI uri, String query) {
        return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath() + "?" + query);
    }
}
