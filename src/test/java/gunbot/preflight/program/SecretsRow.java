package gunbot.preflight.program;

import gunbot.preflight.standin.Fault;
import gunbot.preflight.standin.StandIn;
import gunbot.preflight.standin.StandIns;
import gunbot.preflight.testing.Markers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What all exchanges do at once.
 *
 * @param name for the message when something got out
 * @param faults one for each exchange in the order of their ids, from the beginning again where they are too few
 * @param allKnown whether the exchanges know every secret, and not only what they were sent
 */
record SecretsRow(String name, List<Fault> faults, boolean allKnown) {
    private static final int FORMS_IN_A_TEXT = 25; // as many holes as fit into 200 characters

    /** Every exchange has one of the faults, and another one in each row. */
    static SecretsRow of(List<Fault> faults, int row) {
        var moved = new ArrayList<>(faults);
        Collections.rotate(moved, row);
        return new SecretsRow("from " + moved.get(0), moved, false);
    }

    static SecretsRow known(Fault echo) {
        return new SecretsRow("all known, " + echo, List.of(echo), true);
    }

    /** Two exchanges share a host: when one is told to wait, the other may not be asked at all. */
    boolean mayPause(String exchange) {
        return faults.size() == 1 && !allKnown && exchange.startsWith("binance");
    }

    void begin(StandIns standIns, Markers markers) {
        var forms = allKnown ? markers.everyForm() : List.<String>of();
        var from = new AtomicInteger();
        int next = 0;
        for (StandIn standIn : new TreeMap<>(standIns.byId()).values()) {
            standIn.fault(faults.get(next++ % faults.size()));
            if (allKnown) {
                standIn.repeat(request -> {
                    int begin = Math.floorMod(from.getAndAdd(FORMS_IN_A_TEXT), forms.size());
                    return String.join(" ", forms.subList(begin, Math.min(forms.size(), begin + FORMS_IN_A_TEXT)));
                });
            } else {
                standIn.repeat(request -> request.everything());
            }
        }
    }
}
