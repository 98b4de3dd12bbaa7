package gunbot.preflight.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configuration under {@code preflight.} but for what is named after keys, exchanges and entries ({@link ExactNames}). */
@ConfigMapping(prefix = "preflight")
public interface Settings {

    Gunbot gunbot();

    Probe probe();

    Gate gate();

    Recheck recheck();

    Policy policy();

    State state();

    /** The language of the texts where a request or the terminal asks for none: {@code en} or {@code es}. */
    @WithDefault("en")
    Language language();

    Access access();

    Tls tls();

    /** {@code preflight.notify}: every object has a method of that name already. */
    @WithName("notify")
    Notices notices();

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

        /** What holds it. */
        @WithDefault("any")
        HoldFor holdFor();

        /**
         * After how long keys that could not be asked, through no fault of their own, hold it no more; {@code forever}
         * for never.
         */
        @WithDefault("15m")
        @WithConverter(Span.Reader.class)
        Span unknownFor();

        /** What the gate is held for. */
        enum HoldFor {
            /** Any key in use that is not ready. */
            ANY,
            /** A key in use that can withdraw; or that not one key in use works. */
            DANGER
        }

        /** The two modes of the gate. */
        enum Mode {
            /** Shut until the keys in use are ready. */
            ENFORCE,
            /** Open as soon as there is a report, whatever it says. */
            REPORT
        }
    }

    /** When keys are asked again. */
    interface Recheck {
        /** How often, with jitter; {@code off} for never. */
        @WithDefault("30m")
        @WithConverter(Span.Reader.class)
        Span every();

        /** How often at exchanges whose nonces we share with Gunbot, once the gate is open; {@code off} for never. */
        @WithDefault("off")
        @WithConverter(Span.Reader.class)
        Span nonceExchanges();
    }

    /** The languages that the program speaks. */
    enum Language {
        EN,
        ES
    }

    /** What outlives a restart. */
    interface State {
        /** A folder for the gate's state, pauses and last asks: salted hashes and times, never a secret. */
        Optional<String> dir();
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

    /** Who may ask us. The token itself is read by {@link Token}: here its signs would be taken for expressions. */
    interface Access {
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

    /** Whom to send word to when a verdict changes or a key is about to end; nobody unless it is set. */
    interface Notices {
        /** A webhook, https. The address is a secret: whoever knows it can write there. */
        Optional<String> url();

        /** In which form the webhook takes a message. */
        @WithDefault("auto")
        Format format();

        Telegram telegram();

        /** The forms of webhooks. */
        enum Format {
            /** Discord's where the address is one of Discord's webhooks, else ntfy's. */
            AUTO,
            /** Plain text, with the title and urgency as headers. */
            NTFY,
            /** JSON with one text. */
            DISCORD
        }

        /** A bot of Telegram. */
        interface Telegram {
            /** A file that holds the bot's token; read anew for every message, one final newline is dropped. */
            Optional<String> tokenFile();

            /** The number of the chat that it writes to, or the name of a channel ({@code @name}). */
            Optional<String> chat();
        }
    }
}
