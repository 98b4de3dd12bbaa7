package gunbot.preflight.report;

import gunbot.preflight.judge.Judgement;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.Told;

/**
 * One key in a report.
 *
 * @param key which key
 * @param told what asking gave, or null where it was not asked
 * @param judgement what is to be thought of it
 */
public record KeyReport(KeyCase key, Told told, Judgement judgement) {}
