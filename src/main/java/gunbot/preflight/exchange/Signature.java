package gunbot.preflight.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What signing adds to a request. It can add headers and one last parameter, to the query or to a form in the body, and fill
 * the holes of the body that are there for it, and nothing else: method, host, path, parameters and the rest of the body stay
 * those that were compared with the allowed calls.
 *
 * @param headers headers to send
 * @param query a last query parameter, escaped, such as {@code signature=…}; empty for none
 * @param form a last parameter of a form body, escaped; empty for none
 * @param holes values for the holes that signing fills; each in the form of its hole, so that it can end no JSON string
 * @param secrets values made from the secret, which may show up in an answer and must be cleaned from it
 */
public record Signature(
        Map<String, String> headers, String query, String form, Map<Hole, String> holes, List<String> secrets) {
    /** One parameter and no more: no sign in it could begin another. */
    private static final Pattern PARAMETER = Pattern.compile("|[A-Za-z]{1,20}=[A-Za-z0-9%._~*+-]{1,4096}");

    /** Headers that would change where a request goes or what it means. */
    private static final Set<String> NOT_OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection", "x-http-method-override");

    public static final Signature NONE = new Signature(Map.of(), "", List.of());

    public Signature {
        if (!PARAMETER.matcher(query).matches()
                || !PARAMETER.matcher(form).matches()
                || headers.keySet().stream().anyMatch(name -> NOT_OURS.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new NotAllowedException("signing may add headers and one parameter");
        }
        headers = new LinkedHashMap<>(headers);
        holes = Map.copyOf(holes);
        secrets = List.copyOf(secrets);
        holes.forEach((hole, value) -> {
            if (!hole.bySigning() || !hole.admits(value)) {
                throw new NotAllowedException("signing may not fill " + hole + " so");
            }
        });
    }

    /** A signature that leaves the body alone, as nearly all do. */
    public Signature(Map<String, String> headers, String query, List<String> secrets) {
        this(headers, query, "", Map.of(), secrets);
    }

    /** A signature that stands last in a form. */
    public Signature(Map<String, String> headers, String query, String form, List<String> secrets) {
        this(headers, query, form, Map.of(), secrets);
    }

    /** A signature that fills holes of the body. */
    public Signature(Map<String, String> headers, String query, Map<Hole, String> holes, List<String> secrets) {
        this(headers, query, "", holes, secrets);
    }

    /** The body as it is sent: the one that was compared, its holes for signing filled, all of them and no others. */
    public String body(Request request) {
        var body = request.body();
        for (var hole : Hole.values()) {
            if (hole.bySigning() && request.awaits(hole) != holes.containsKey(hole)) {
                throw new NotAllowedException("signing must fill just the holes that are there for it: " + hole);
            }
        }
        // no form of a hole has room for the mark of another, so a filled one cannot open a new one
        for (var hole : holes.entrySet()) {
            body = body.replace(hole.getKey().mark(), hole.getValue());
        }
        return form.isEmpty() ? body : body + "&" + form;
    }

    @Override
    public String toString() {
        return "Signature[…]";
    }
}
