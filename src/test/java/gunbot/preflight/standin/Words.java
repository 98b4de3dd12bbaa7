package gunbot.preflight.standin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** How one exchange says what every exchange has to say at times. */
public interface Words {

    /** To a path or method that is not offered. */
    Answer notServed(Recorded request);

    /** To a parameter that is missing, unknown, repeated or of the wrong form. */
    Answer badParameter(Recorded request, String parameter);

    Answer rateLimited();

    Answer banned();

    Answer maintenance(Recorded request);

    default Answer regionBlocked() {
        return frontEnd403();
    }

    default Answer frontEnd403() {
        return Answer.html(403, "<html><head><title>403 Forbidden</title></head><body>Request blocked.</body></html>");
    }

    /** A refusal whose text holds what was sent. */
    Answer echo(String everything);

    /** Puts what was sent into a good answer, where texts that a user or the exchange chooses may stand. */
    void echoInto(JsonObject goodAnswer, String everything);

    /** The same for a good answer that is a list. */
    default void echoInto(JsonArray goodAnswer, String everything) {
        goodAnswer.add(everything);
    }
}
