package gunbot.preflight.exchange.wrongtypes;

import com.fasterxml.jackson.databind.JsonNode;
import gunbot.preflight.exchange.Answer;
import gunbot.preflight.exchange.Json;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.probe.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One recording, tried with every change to every node of every answer. */
final class Trial {
    private static final int MOST_OTHERS = 8;
    private static final int CUTS = 7;

    /** Scopes of which design.md says that UNKNOWN is only good to know. */
    private static final Set<String> OF_NO_WEIGHT = Set.of("TRANSFER", "DEPOSIT", "EARN", "OTHER");

    private final Tape tape;
    private final Recording recording;
    private final List<Recording> others;
    private final Map<String, Answer> answers;
    private final Set<List<Object>> tried;
    private final Claims proved;
    private final Claims whole;
    private final List<String> wrong = new ArrayList<>();
    private final Set<Meant> used = new HashSet<>();
    private int cases;

    /**
     * @param others of the same exchange, whose answers are good ones too
     * @param fallBack of the same key where the exchange declares nothing, or null
     * @param tried what need not be tried again: the same answer in the same circumstances
     */
    Trial(Tape tape, Recording recording, List<Recording> others, Recording fallBack, Set<List<Object>> tried) {
        this.tried = tried;
        this.tape = tape;
        this.recording = recording;
        this.others = others;
        this.answers = new LinkedHashMap<>(fallBack == null ? Map.of() : fallBack.answers());
        answers.putAll(recording.answers());
        this.proved = fallBack == null ? null : claims(fallBack.answers());
        this.whole = claims(answers);
    }

    Trial run() {
        recording.answers().keySet().forEach(this::call);
        return this;
    }

    private Claims claims(Map<String, Answer> played) {
        cases++;
        return Claims.of(
                recording,
                tape.play(Recording.exchange(recording.situation().exchange()), recording.question(), played));
    }

    private Claims with(String call, String body) {
        var answer = answers.get(call);
        return with(call, new Answer(answer.status(), answer.headers(), body));
    }

    private Claims with(String call, Answer answer) {
        var changed = new LinkedHashMap<>(answers);
        changed.put(call, answer);
        return claims(changed);
    }

    private void call(String call) {
        var body = answers.get(call).body();
        var document = Json.parse(body).orElse(null);
        var same = body.replace(recording.question().credentials().key(), "<key>");
        if (document == null || !tried.add(List.of(call, same, whole.known(), whole.verdict()))) {
            return;
        }
        var resting = new HashMap<Node, Set<String>>();
        for (var node : Node.all(document)) {
            var claims = resting(call, document, node);
            resting.forEach((inner, its) -> {
                if (node.holds(inner)) {
                    claims.addAll(its);
                }
            });
            resting.put(node, claims);
            for (var bend : Bend.of(node.value(), node.place())) {
                compare(call, node, bend, claims, with(call, node.bent(document, bend)));
            }
        }
        var top = new Node(List.of(), document, Bend.Place.WHOLE);
        for (int cut = 0; cut < body.length(); cut += 1 + body.length() / CUTS) {
            var bend = new Bend(Bend.Kind.REMOVED, "after " + cut);
            compare(call, top, bend, resting.get(top), with(call, body.substring(0, cut)));
        }
    }

    /** What a node decides: the claims that are others when another good value stands there. */
    private Set<String> resting(String call, JsonNode document, Node node) {
        var bodies = new LinkedHashSet<Answer>();
        var answer = answers.get(call);
        for (var other : others) {
            var theirs = other.answers().get(call);
            var json = theirs == null ? null : Json.parse(theirs.body()).orElse(null);
            if (node.place() == Bend.Place.WHOLE && theirs != null) {
                bodies.add(theirs);
            } else if (json != null
                    && node.in(json).getNodeType() == node.value().getNodeType()) {
                bodies.add(new Answer(
                        answer.status(),
                        answer.headers(),
                        node.with(document, node.in(json).toString())));
            }
        }
        if (node.value().isBoolean()) {
            bodies.add(new Answer(
                    answer.status(),
                    answer.headers(),
                    node.with(document, "" + !node.value().booleanValue())));
        }
        if (node.place() == Bend.Place.ELEMENT) {
            bodies.add(new Answer(
                    answer.status(), answer.headers(), node.bent(document, new Bend(Bend.Kind.REMOVED, ""))));
        }
        bodies.removeIf(other -> other.body().equals(document.toString()) || other.equals(answer));
        var claims = new HashSet<String>();
        bodies.stream()
                .limit(MOST_OTHERS)
                .map(other -> with(call, other))
                .forEach(other -> whole.known().keySet().stream()
                        .filter(name -> !whole.get(name).equals(other.get(name)))
                        // a claim that is only not reached any more, rests on the answer, but not on this node of it
                        .filter(name -> node.place() == Bend.Place.WHOLE
                                || !other.get(name).equals("UNKNOWN"))
                        .forEach(claims::add));
        return claims;
    }

    private void compare(String call, Node node, Bend bend, Set<String> resting, Claims now) {
        if (now.fault()) {
            wrong(call, node, bend, "fault", "inside");
        }
        var names = new HashSet<>(whole.known().keySet());
        names.addAll(now.known().keySet());
        for (var name : names) {
            var is = now.get(name);
            boolean fallenBack = proved != null && now.proved().contains(name) && is.equals(proved.get(name));
            if (is.equals("UNKNOWN") || fallenBack) {
                continue;
            }
            boolean kept = is.equals(whole.get(name));
            if (kept ? bend.kind().takesAway() && resting.contains(name) : isSevere(bend, name, is)) {
                wrong(call, node, bend, name, whole.get(name) + " -> " + is);
            }
        }
        boolean ofNoWeight = whole.known().keySet().stream()
                .anyMatch(name -> OF_NO_WEIGHT.contains(name)
                        && whole.get(name).equals("ON")
                        && now.get(name).equals("UNKNOWN"));
        if (now.verdict() == Verdict.READY && whole.verdict() != Verdict.READY && !ofNoWeight) {
            wrong(call, node, bend, "verdict", whole.verdict() + " -> READY");
        }
    }

    /** Another text may be the name of another right; but it must not make a key safer than it was. */
    private static boolean isSevere(Bend bend, String name, String is) {
        if (bend.kind() != Bend.Kind.OTHER_TEXT) {
            return true;
        }
        return name.equals("WITHDRAW") && is.equals("OFF")
                || name.equals("ip") && is.equals("ON")
                || name.equals("expiry") && is.startsWith("NEVER");
    }

    private void wrong(String call, Node node, Bend bend, String name, String what) {
        var exchange = recording.situation().exchange();
        var meant = Meant.ALL.stream()
                .filter(m -> m.covers(exchange, node.pattern(), bend, name))
                .toList();
        used.addAll(meant);
        if (meant.isEmpty()) {
            wrong.add(recording + ": " + call + " " + node.pattern() + ", " + bend + ": " + name + " " + what);
        }
    }

    /** What no answer supports, one line each. */
    List<String> wrong() {
        return wrong;
    }

    /** The exceptions that were needed. */
    Set<Meant> used() {
        return used;
    }

    int cases() {
        return cases;
    }
}
