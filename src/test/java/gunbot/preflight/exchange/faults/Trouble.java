package gunbot.preflight.exchange.faults;

import gunbot.preflight.facts.Code;
import gunbot.preflight.standin.Way;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * One row of a matrix: what befalls an answer, and what is told of the key then.
 *
 * @param code what the finding is to be; null where nothing is found that is not found without the trouble
 * @param certain whether it is that code for sure, or any that blocks nothing
 * @param atTime exchanges of which something else is told when it befalls the question for the time
 * @param atKey exchanges of which something else is told when it befalls the first question about the key
 * @param own exchanges whose own refusal looks just like it
 */
record Trouble(
        String name,
        Code code,
        boolean certain,
        Map<String, Code> atTime,
        Map<String, Code> atKey,
        Set<String> own,
        Consumer<Way> mischief) {
    static Trouble of(String name, Code code, Consumer<Way> mischief) {
        return new Trouble(name, code, true, Map.of(), Map.of(), Set.of(), mischief);
    }

    /** What is left of it may spoil the next answer on the same connection, or not: only nothing may be invented. */
    static Trouble uncertain(String name, Consumer<Way> mischief) {
        return new Trouble(name, null, false, Map.of(), Map.of(), Set.of(), mischief);
    }

    /** The same, but for some exchanges another code, or null; {@code why} is for the reader. */
    Trouble but(Code other, String why, String... exchanges) {
        return atTime(other, why, exchanges).atKey(other, why, exchanges);
    }

    Trouble atTime(Code other, String why, String... exchanges) {
        return new Trouble(name, code, certain, plus(atTime, other, exchanges), atKey, own, mischief);
    }

    Trouble atKey(Code other, String why, String... exchanges) {
        return new Trouble(name, code, certain, atTime, plus(atKey, other, exchanges), own, mischief);
    }

    /** For these exchanges it is word for word how they refuse a key for a cause of its own: who believes it is right. */
    Trouble asItsOwn(String... exchanges) {
        return new Trouble(name, code, certain, atTime, atKey, Set.of(exchanges), mischief);
    }

    boolean isOwnRefusal(String exchange) {
        return own.contains(exchange);
    }

    private static Map<String, Code> plus(Map<String, Code> some, Code other, String... exchanges) {
        var all = new TreeMap<>(some);
        for (var exchange : exchanges) {
            all.put(exchange, other);
        }
        return all;
    }

    /** For the names of test cases. */
    @Override
    public String toString() {
        return name;
    }
}
