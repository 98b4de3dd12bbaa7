package gunbot.preflight.page;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.report.KeyView.ScopeView;
import gunbot.preflight.text.Texts;

/**
 * One right of a key as a mark.
 *
 * @param mark the mark's name: the tone's own, but for what is unknown, which never looks like off
 * @param name the right in words
 * @param state whether the key has it, in words
 * @param expected what it should be, in words
 * @param evidence what the state rests on, in words
 */
public record Right(Tone tone, String mark, String name, String state, String expected, String evidence) {

    static Right of(ScopeView view, Texts texts) {
        var tone = tone(view);
        return new Right(
                tone,
                (view.state() == State.UNKNOWN ? Tone.UNSURE : tone).style(),
                texts.get("right." + view.scope()),
                texts.get("state." + view.state()),
                texts.get("expected." + view.expected() + (gravest(view) ? ".gravest" : "")),
                texts.get("evidence." + view.evidence()));
    }

    static Tone tone(ScopeView view) {
        return switch (view.expected()) {
            case REQUIRED -> toned(view.state(), Tone.GOOD, Tone.BAD, Tone.UNSURE);
            case FORBIDDEN ->
                gravest(view)
                        ? toned(view.state(), Tone.BAD, Tone.GOOD, Tone.UNSURE)
                        : toned(view.state(), Tone.LOOK, Tone.GOOD, Tone.QUIET);
            case ALLOWED -> Tone.QUIET;
        };
    }

    /** Money that can leave the account weighs more than all else. */
    private static boolean gravest(ScopeView view) {
        return view.scope() == Scope.WITHDRAW && view.expected() == Expectation.FORBIDDEN;
    }

    private static Tone toned(State state, Tone on, Tone off, Tone unknown) {
        return switch (state) {
            case ON -> on;
            case OFF -> off;
            case UNKNOWN -> unknown;
        };
    }
}
