package gunbot.preflight.judge;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.gunbot.Reading;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of Gunbot's pairs and settings, which concern no single key. */
public final class BotJudgement {
    private BotJudgement() {}

    public static List<Finding> of(Reading reading) {
        var findings = new ArrayList<Finding>();
        reading.orphans()
                .forEach(name -> findings.add(Finding.of(Code.ENTRY_ORPHAN).with("name", name)));
        if (reading.withdrawAddressSet()) {
            findings.add(Finding.of(Code.WITHDRAW_ADDRESS_SET));
        }
        if (reading.watchMode()) {
            findings.add(Finding.of(Code.WATCH_MODE));
        }
        return findings;
    }
}
