package gunbot.preflight.probe;

import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** All that the questions of every key share: the way out, the clock, what is remembered between requests. */
@ApplicationScoped
public class Line {
    private final ExchangeClient client;
    private final HostPauses pauses;
    private final HostSlots slots;
    private final Nonces nonces;
    private final Clock clock;
    private final Settings.Probe limits;

    public Line(
            ExchangeClient client, HostPauses pauses, HostSlots slots, Nonces nonces, Clock clock, Settings settings) {
        this.client = client;
        this.pauses = pauses;
        this.slots = slots;
        this.nonces = nonces;
        this.clock = clock;
        this.limits = settings.probe();
    }

    ExchangeClient client() {
        return client;
    }

    HostPauses pauses() {
        return pauses;
    }

    HostSlots slots() {
        return slots;
    }

    Nonces nonces() {
        return nonces;
    }

    Clock clock() {
        return clock;
    }

    Settings.Probe limits() {
        return limits;
    }
}
