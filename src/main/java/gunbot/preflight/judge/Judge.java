package gunbot.preflight.judge;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.probe.ClockReading;
import gunbot.preflight.probe.Told;
import gunbot.preflight.settings.Settings.Policy;
import gunbot.preflight.settings.Settings.Policy.Weight;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what an exchange said of a key against what the catalogue expects. Pure: no clock, no network, no language. */
public final class Judge {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param told what asking gave, or null where nothing was asked
     * @param accepted the codes of warnings that the user accepts for this entry
     */
    public Judgement judge(KeyCase key, Told told, Set<Code> accepted, Instant now) {
        var findings = new ArrayList<>(key.findings());
        var scopes = new ArrayList<ScopeState>();
        if (key.listing() != null && key.checked()) {
            scopes(key.listing(), told).forEach(scope -> scopes.add(scope(key, told, scope)));
        }
        if (told != null) {
            told.facts().refusals().forEach(refusal -> findings.add(finding(refusal, told.clock())));
            findings.addAll(told.facts().notes());
            if (!told.facts().grants().isEmpty()) {
                scopes.forEach(scope -> rights(key, scope, findings));
                address(told, findings);
                expiry(told.facts().expiry(), key.listing(), now, findings);
            }
            clock(told, key.listing(), findings);
        }
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::code));
        return new Judgement(verdict(key, findings, accepted), List.copyOf(scopes), List.copyOf(findings));
    }

    /** Those of the catalogue, and what the exchange named besides: a new right never passes unseen. */
    private static Set<Scope> scopes(Listing listing, Told told) {
        var scopes = EnumSet.copyOf(listing.scopes());
        if (told != null) {
            scopes.addAll(told.facts().grants().keySet());
        }
        return scopes;
    }

    private static ScopeState scope(KeyCase key, Told told, Scope scope) {
        var expected = Expectations.of(key.listing(), scope, key.market(), key.role());
        var grant = told == null
                ? gunbot.preflight.facts.Grant.UNKNOWN
                : told.facts().grant(scope);
        return new ScopeState(scope, grant, expected);
    }

    private void rights(KeyCase key, ScopeState scope, List<Finding> findings) {
        switch (scope.grant().state()) {
            case ON -> tooMuch(key, scope, findings);
            case OFF -> tooLittle(key, scope, findings);
            case UNKNOWN -> unknown(key, scope, findings);
        }
    }

    private void tooMuch(KeyCase key, ScopeState scope, List<Finding> findings) {
        var excess = scope.grant().on().stream()
                .filter(label -> Expectations.isExcess(key.listing(), scope.scope(), label, key.role()))
                .toList();
        if (scope.scope() == Scope.WITHDRAW) {
            findings.add(boxes(key, Code.WITHDRAW_ON, excess).as(severity(policy.withdraw())));
        } else if (scope.scope() == Scope.TRANSFER && !excess.isEmpty()) {
            findings.add(boxes(key, Code.TRANSFER_ON, excess));
        } else if (!excess.isEmpty()) {
            findings.add(boxes(key, Code.EXCESS_SCOPE, excess)
                    .with("scope", scope.scope().name()));
        }
    }

    private static void tooLittle(KeyCase key, ScopeState scope, List<Finding> findings) {
        if (scope.expected() == Expectation.REQUIRED) {
            var code = scope.scope() == Scope.READ ? Code.READ_OFF : Code.TRADE_OFF;
            findings.add(boxes(key, code, scope.grant().missing())
                    .with("scope", scope.scope().name()));
        }
    }

    private void unknown(KeyCase key, ScopeState scope, List<Finding> findings) {
        var severity = scope.scope() == Scope.WITHDRAW
                ? severity(policy.withdrawUnknown())
                : scope.expected() == Expectation.REQUIRED ? Severity.WARNING : Severity.INFO;
        var variant = scope.scope() == Scope.WITHDRAW ? "withdraw" : "";
        findings.add(Finding.of(Code.SCOPE_UNKNOWN)
                .as(severity)
                .variant(variant)
                .with("scope", scope.scope().name())
                .with("box", firstBox(key.listing(), scope.scope())));
    }

    /** The one to look for on the key page; a catalogue entry names the plain right first. */
    private static String firstBox(Listing listing, Scope scope) {
        return listing.boxes().stream()
                .filter(box -> box.scope() == scope)
                .findFirst()
                .map(Box::label)
                .orElse("");
    }

    private void address(Told told, List<Finding> findings) {
        if (told.facts().ip().state() == State.OFF) {
            var address = told.facts().seenFrom();
            var finding = Finding.of(Code.IP_UNRESTRICTED).as(severity(policy.unrestrictedIp()));
            findings.add(address == null ? finding : finding.variant("seen").with("address", address));
        }
    }

    private void expiry(Expiry expiry, Listing listing, Instant now, List<Finding> findings) {
        if (expiry.state() == Expiry.Kind.POLICY) {
            findings.add(Finding.of(Code.EXPIRES_BY_POLICY).variant(listing.id()));
        } else if (expiry.state() == Expiry.Kind.AT) {
            var left = Duration.between(now, expiry.at());
            if (left.isNegative() || left.isZero()) {
                findings.add(Finding.of(Code.EXPIRED).variant(listing.id()).with("date", date(expiry.at())));
            } else if (left.compareTo(policy.expiresWithin()) <= 0) {
                findings.add(Finding.of(Code.EXPIRES_SOON)
                        .variant(listing.id())
                        .with("date", date(expiry.at()))
                        .with("days", String.valueOf(left.toDays())));
            }
        }
    }

    /** A clock that was refused blocks; one that is off by more than half of what the exchange takes is warned of. */
    private static void clock(Told told, Listing listing, List<Finding> findings) {
        var reading = told.clock();
        if (findings.stream().anyMatch(f -> f.code() == Code.CLOCK_SKEW)) {
            return; // refused for it, and refused again with the exchange's own time
        }
        if (told.refusedForTime() != null) {
            findings.add(finding(told.refusedForTime(), reading));
        } else if (reading != null
                && listing.window() != null
                && (reading.surelyAheadBy(listing.window().ahead().toMillis() / 2)
                        || reading.surelyBehindBy(listing.window().behind().toMillis() / 2))) {
            findings.add(skew(Finding.of(Code.CLOCK_SKEW).variant("near"), reading));
        }
    }

    private static Finding finding(Refusal refusal, ClockReading clock) {
        var finding = Finding.of(refusal.code()).variant(refusal.variant()).evidence(refusal.evidence());
        if (refusal.code() == Code.CLOCK_SKEW) {
            finding = skew(finding.as(Severity.BLOCKER), clock);
        }
        if (refusal.seenFrom() != null) {
            finding = finding.variant("seen").with("address", refusal.seenFrom());
        }
        return refusal.remaining().isEmpty()
                ? finding
                : finding.with(
                        "causes", refusal.remaining().stream().map(Code::name).collect(Collectors.joining(" ")));
    }

    private static Finding skew(Finding finding, ClockReading clock) {
        return clock == null
                ? finding.variant("unmeasured")
                : finding.with("skew", String.valueOf(Math.abs(clock.skewMillis())))
                        .with("direction", clock.skewMillis() > 0 ? "ahead" : "behind");
    }

    private static String date(Instant at) {
        return DATE.format(at.atZone(ZoneOffset.UTC));
    }

    /** An exchange may have words of its own, for boxes that people confuse. */
    private static Finding boxes(KeyCase key, Code code, List<String> labels) {
        return Finding.of(code)
                .variant(key.listing().id())
                .with("boxes", labels.stream().map(l -> "\"" + l + "\"").collect(Collectors.joining(", ")));
    }

    private static Severity severity(Weight weight) {
        return switch (weight) {
            case BLOCK -> Severity.BLOCKER;
            case WARN -> Severity.WARNING;
            case IGNORE -> Severity.INFO;
        };
    }

    private static Verdict verdict(KeyCase key, List<Finding> findings, Set<Code> accepted) {
        if (!key.checked()) {
            return Verdict.NOT_CHECKED;
        }
        var worst = findings.stream()
                .filter(f -> !(f.severity() == Severity.WARNING && accepted.contains(f.code())))
                .map(Finding::severity)
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
        return switch (worst) {
            case BLOCKER -> Verdict.NOT_READY;
            case UNKNOWN -> Verdict.UNKNOWN;
            case WARNING -> Verdict.ATTENTION;
            case INFO -> Verdict.READY;
        };
    }
}
