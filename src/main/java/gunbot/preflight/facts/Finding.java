package gunbot.preflight.facts;

import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that the report has to say, without words of any language yet.
 *
 * @param code what it is
 * @param severity how much it weighs here
 * @param variant picks a more special text for the same code; empty for the plain one
 * @param values what the text names: boxes, addresses, dates, fields
 * @param evidence the exchange's own code and cleaned words, at most 200 characters; empty where there are none
 */
public record Finding(Code code, Severity severity, String variant, Map<String, String> values, String evidence) {
    public Finding {
        values = Map.copyOf(values);
    }

    public static Finding of(Code code) {
        return new Finding(code, code.severity(), "", Map.of(), "");
    }

    public Finding as(Severity other) {
        return new Finding(code, other, variant, values, evidence);
    }

    public Finding variant(String other) {
        return new Finding(code, severity, other, values, evidence);
    }

    public Finding evidence(String other) {
        return new Finding(code, severity, variant, values, other);
    }

    public Finding with(String name, String value) {
        var more = new TreeMap<>(values);
        more.put(name, value);
        return new Finding(code, severity, variant, more, evidence);
    }
}
