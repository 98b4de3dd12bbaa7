package gunbot.preflight.judge;

import gunbot.preflight.facts.Finding;
import java.util.List;

/**
 * What is to be thought of one key.
 *
 * @param verdict the whole in one word
 * @param scopes the scopes that the exchange has
 * @param findings all that there is to say, the heaviest first
 */
public record Judgement(Verdict verdict, List<ScopeState> scopes, List<Finding> findings) {}
