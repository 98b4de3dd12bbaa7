package gunbot.preflight.exchange;

import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A request that the program may send: method, host, path, every parameter and every value, written out whole, with
 * holes ({@link Hole}) only for what must differ. A request that fits no allowed call of its exchange is never signed
 * or sent, whatever code made it.
 */
public final class AllowedCall {
    /** What a call can do at the exchange. */
    public enum Kind {
        /** It only reads. */
        READ,
        /** It cancels an order that cannot exist; only a refusal is hoped for. */
        REFUSAL_PROBE
    }

    private final String text;
    private final Kind kind;
    private final String harmless;
    private final Pattern pattern;

    private AllowedCall(String text, Kind kind, String harmless) {
        this.text = text;
        this.kind = kind;
        this.harmless = harmless;
        this.pattern = patternOf(text);
    }

    /** A call that only reads: {@code GET https://host/path?name=value&time=<time>}, then a space and the body if it has one. */
    public static AllowedCall read(String text) {
        return new AllowedCall(text, Kind.READ, "");
    }

    /** A cancel of an order that cannot exist. */
    public static AllowedCall refusalProbe(String text, String harmless) {
        return new AllowedCall(text, Kind.REFUSAL_PROBE, harmless);
    }

    /** Fills the holes, but for those that signing fills; a value that does not fit, or a hole that stays open, is refused. */
    public Request fill(Map<Hole, String> values) {
        var line = text;
        for (var value : values.entrySet()) {
            line = line.replace(value.getKey().mark(), value.getValue());
        }
        if (!pattern.matcher(line).matches()) {
            throw new NotAllowedException(text);
        }
        var parts = line.split(" ", 3);
        return new Request(parts[0], URI.create(parts[1]), parts.length == 3 ? parts[2] : "");
    }

    /** Whether a request is this call, hole by hole. */
    public boolean admits(Request request) {
        return pattern.matcher(request.line()).matches();
    }

    public boolean has(Hole hole) {
        return text.contains(hole.mark());
    }

    public Kind kind() {
        return kind;
    }

    /** Why a call that is not a read can do no harm; empty for a read. */
    public String harmless() {
        return harmless;
    }

    /** The call as written, the form in which it stands in the golden file. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Pattern patternOf(String text) {
        var regex = Pattern.quote(text);
        for (var hole : Hole.values()) {
            if (hole.bySigning()) {
                continue; // still open when the request is compared: its mark stands for itself
            }
            regex = regex.replace(hole.mark(), "\\E(" + hole.pattern() + ")\\Q");
        }
        return Pattern.compile(regex);
    }
}
