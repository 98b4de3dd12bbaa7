package gunbot.preflight.probe;

import gunbot.preflight.exchange.Answer;
import gunbot.preflight.facts.Refusal;

/**
 * What became of a request on the wire.
 *
 * @param answer what came back, or null
 * @param failure why nothing usable came back, or null
 * @param sent when the request went onto a connection that stood, Unix milliseconds; 0 where it never did
 * @param received when the answer was whole, or the failure certain
 * @param late whether it was given up because its time was over
 */
record Reply(Answer answer, Refusal failure, long sent, long received, boolean late) {

    /** How long the exchange took, without the time that making the connection took. */
    long millis() {
        return sent == 0 ? 0 : Math.max(0, received - sent);
    }
}
