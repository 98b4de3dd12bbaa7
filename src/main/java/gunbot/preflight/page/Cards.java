package gunbot.preflight.page;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.keys.Role;
import gunbot.preflight.page.Card.Fact;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.ReportView.FindingView;
import gunbot.preflight.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Makes the cards of the keys, in one language and for one moment. */
final class Cards {
    private final Catalogue catalogue;
    private final Texts texts;
    private final Times times;
    private final Instant now;
    private final Function<String, Set<Code>> accepted;
    private final Set<String> anchors = new HashSet<>();

    Cards(Catalogue catalogue, Texts texts, Times times, Instant now, Function<String, Set<Code>> accepted) {
        this.catalogue = catalogue;
        this.texts = texts;
        this.times = times;
        this.now = now;
        this.accepted = accepted;
    }

    Card of(KeyView key) {
        var listing = catalogue.byId(key.exchange()).map(Exchange::listing);
        boolean asked = key.requests() > 0;
        return new Card(
                unique(anchor(key.name()) + (key.role() == Role.MASTER ? "-master" : "")),
                key.name(),
                listing.map(Listing::title).orElse(key.exchange()),
                listing.map(l -> "/exchanges/" + l.id()).orElse(null),
                Tone.of(key.verdict()),
                texts.get("verdict." + key.verdict()),
                about(key),
                asked ? key.scopes().stream().map(s -> Right.of(s, texts)).toList() : List.of(),
                asked ? facts(key) : List.of(),
                key.findings().stream()
                        .map(f -> Note.of(
                                f,
                                accepted(key, f),
                                listing.map(Listing::keyPage).orElse(null),
                                texts))
                        .toList(),
                has(key, Code.ENTRY_ARCHIVED) ? List.of() : evidence(key));
    }

    /** An entry may stand in exchanges and in archivedExchanges: then the later card gets a number. */
    private String unique(String anchor) {
        var free = anchor;
        for (int number = 2; !anchors.add(free); number++) {
            free = anchor + "-" + number;
        }
        return free;
    }

    private boolean accepted(KeyView key, FindingView finding) {
        return finding.severity().equals(Severity.WARNING.name())
                && accepted.apply(key.name()).stream()
                        .anyMatch(code -> code.name().equals(finding.code()));
    }

    /** A name that is safe as an id whatever the entry is called. */
    static String anchor(String name) {
        var anchor = new StringBuilder("key-");
        name.chars()
                .forEach(c -> anchor.append(
                        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                                ? String.valueOf((char) c)
                                : "_" + Integer.toHexString(c)));
        return anchor.toString();
    }

    private List<String> about(KeyView key) {
        var about = new ArrayList<String>();
        if (key.market() != null) {
            about.add(texts.find("market." + key.market()).orElse(key.market()));
        }
        about.add(texts.get("role." + key.role()));
        if (key.keyHint() != null) {
            about.add(texts.get("hint", Map.of("hint", key.keyHint())));
        }
        return about;
    }

    private List<Fact> facts(KeyView key) {
        return List.of(
                binding(key),
                new Fact(
                        texts.get("fact.seen"),
                        key.seenFrom() == null ? texts.get("seen.untold") : key.seenFrom(),
                        Tone.QUIET),
                expiry(key),
                new Fact(
                        texts.get("fact.clock"),
                        key.clockSkewMs() == null ? texts.get("clock.unknown") : times.skew(key.clockSkewMs()),
                        has(key, Code.CLOCK_SKEW) ? Tone.LOOK : Tone.QUIET));
    }

    private Fact binding(KeyView key) {
        var addresses = key.ipRestriction().addresses();
        var state = key.ipRestriction().state();
        var value = state == State.ON && !addresses.isEmpty()
                ? texts.get("binding.to", Map.of("addresses", String.join(", ", addresses)))
                : texts.get("binding." + state);
        var tone =
                switch (state) {
                    case ON -> Tone.GOOD;
                    case OFF -> Tone.LOOK;
                    case UNKNOWN -> Tone.QUIET;
                };
        return new Fact(texts.get("fact.binding"), value, tone);
    }

    private Fact expiry(KeyView key) {
        var at = key.expiry().at();
        var value = at == null ? texts.get("expiry." + key.expiry().state()) : times.end(at, now);
        var tone = has(key, Code.EXPIRED) ? Tone.BAD : has(key, Code.EXPIRES_SOON) ? Tone.LOOK : Tone.QUIET;
        return new Fact(texts.get("fact.expiry"), value, tone);
    }

    private List<Fact> evidence(KeyView key) {
        var evidence = new ArrayList<Fact>();
        key.findings().stream()
                .filter(f -> !f.evidence().isEmpty())
                .forEach(f -> evidence.add(new Fact(f.code(), f.evidence(), Tone.QUIET)));
        evidence.add(plain("evidence.credentials", texts.get("credentials." + key.credentials())));
        if (key.checkedAt() != null) {
            evidence.add(plain("evidence.asked", times.moment(key.checkedAt())));
        }
        evidence.add(plain("evidence.requests", String.valueOf(key.requests())));
        if (key.latencyMs() != null) {
            evidence.add(plain("evidence.latency", times.span(key.latencyMs())));
        }
        if (key.origin() != null) {
            evidence.add(plain("evidence.origin", key.origin()));
        }
        return evidence;
    }

    private Fact plain(String label, String value) {
        return new Fact(texts.get(label), value, Tone.QUIET);
    }

    private static boolean has(KeyView key, Code code) {
        return key.findings().stream().anyMatch(f -> f.code().equals(code.name()));
    }
}
