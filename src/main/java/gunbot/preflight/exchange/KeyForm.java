package gunbot.preflight.exchange;

import java.util.List;

/**
 * One of the forms in which an exchange makes keys, where it has several at the same time.
 *
 * @param id names it among the texts of the guide; empty for the usual one
 * @param boxes those of its page
 */
public record KeyForm(String id, List<Box> boxes) {}
