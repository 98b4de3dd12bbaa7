package gunbot.preflight.probe;

import gunbot.preflight.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.LongSupplier;

/** All that the questions of every key share: the way out, the clock, what is remembered between requests. */
@ApplicationScoped
public class Line {
    private final ExchangeClient client;
    private final HostPauses pauses;
    private final HostSlots slots;
    private final Nonces nonces;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Settings.Probe limits;

    @Inject
    public Line(
            ExchangeClient client, HostPauses pauses, HostSlots slots, Nonces nonces, Clock clock, Settings settings) {
        this(client, pauses, slots, nonces, clock, System::nanoTime, settings);
    }

    /** @param nanos counts the time that passes, which no setting of the clock changes */
    public Line(
            ExchangeClient client,
            HostPauses pauses,
            HostSlots slots,
            Nonces nonces,
            Clock clock,
            LongSupplier nanos,
            Settings settings) {
        this.client = client;
        this.pauses = pauses;
        this.slots = slots;
        this.nonces = nonces;
        this.clock = clock;
        this.nanos = nanos;
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

    LongSupplier nanos() {
        return nanos;
    }

    Settings.Probe limits() {
        return limits;
    }
}
