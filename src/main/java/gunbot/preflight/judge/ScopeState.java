package gunbot.preflight.judge;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Scope;

/**
 * One scope of a key beside what is expected of it.
 *
 * @param scope the right
 * @param grant what is known of it
 * @param expected what the catalogue expects for this role
 */
public record ScopeState(Scope scope, Grant grant, Expectation expected) {}
