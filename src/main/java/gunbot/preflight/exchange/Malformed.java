package gunbot.preflight.exchange;

/**
 * A credential that cannot be right.
 *
 * @param field Gunbot's name of the field
 * @param variant picks the text that tells what is wrong
 */
public record Malformed(String field, String variant) {}
