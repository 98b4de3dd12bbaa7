package gunbot.preflight.rhythm;

import gunbot.preflight.facts.Code;
import java.time.Instant;

/**
 * What is remembered of a key between two questions, a restart between them included.
 *
 * @param askedAt when its exchange was last asked, or would have been, had it not wanted to be left alone
 * @param refusedInARow how many answers in a row the key was held up by something; 0 when the last one was fine
 * @param decisive the code that held the key up, or null when the last answer was fine
 */
public record Remembered(Instant askedAt, int refusedInARow, Code decisive) {}
