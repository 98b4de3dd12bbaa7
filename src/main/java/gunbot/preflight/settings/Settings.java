package gunbot.preflight.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration under {@code preflight.} but for what is named after keys, exchanges and entries ({@link ExactNames}). */
@ConfigMapping(prefix = "preflight")
public interface Settings {

    Gunbot gunbot();

    Probe probe();

    Gate gate();

    Policy policy();

    Access access();

    Tls tls();

    /** Where Gunbot's file is. */
    interface Gunbot {
        /** The path of config.js; empty for none, when all keys are given directly. */
        @WithDefault("/data/config.js")
        Optional<String> config();
    }

    /** How exchanges are asked. */
    interface Probe {
        /** For one request and its answer. */
        @WithDefault("10s")
        Duration timeout();

        /** For all requests of one key, from its first. */
        @WithDefault("20s")
        Duration deadline();

        /**
         * Whether the cancel of an order that cannot exist may be sent where an exchange declares no rights. Without it,
         * the right to trade stays UNKNOWN there.
         */
        @WithDefault("true")
        boolean refusalProbes();
    }

    /** What holds Gunbot back. */
    interface Gate {
        @WithDefault("enforce")
        Mode mode();

        /** The two modes of the gate. */
        enum Mode {
            /** Shut until the keys in use are ready. */
            ENFORCE,
            /** Open as soon as there is a report, whatever it says. */
            REPORT
        }
    }

    /** How much a finding weighs. */
    interface Policy {
        @WithDefault("block")
        Weight withdraw();

        @WithDefault("warn")
        Weight withdrawUnknown();

        @WithDefault("warn")
        Weight unrestrictedIp();

        @WithDefault("14d")
        Duration expiresWithin();

        /** The weights that a policy can give. */
        enum Weight {
            BLOCK,
            WARN,
            IGNORE
        }
    }

    /** Who may ask us. */
    interface Access {
        /** The bearer token, 24 characters or more; needed when we listen on any but a loopback address. */
        Optional<String> token();

        /** A file that holds the token; one final newline is dropped. */
        Optional<String> tokenFile();

        /** Host names that a request may name, besides those of the loopback. */
        Optional<List<String>> hosts();
    }

    /** How exchanges' certificates are judged. */
    interface Tls {
        /** A PEM file of certificate authorities, trusted instead of the built-in ones. */
        Optional<String> caFile();
    }
}
