package gunbot.preflight.judge;

import gunbot.preflight.exchange.Box;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.exchange.Listing;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Grant;
import gunbot.preflight.facts.Refusal;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.probe.Told;
import gunbot.preflight.settings.Settings.Policy;
import gunbot.preflight.settings.Settings.Policy.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what an exchange said of a key against what the catalogue expects. Pure: no clock, no network, no language. */
public final class Judge {
    private final Policy policy;

    public Judge(Policy policy) {
        this.policy = policy;
    }

    /** The same of a key by itself. */
    public Judgement judge(KeyCase key, Told told, Set<Code> accepted, Instant now) {
        return judge(key, told, accepted, now, List.of());
    }

    /**
     * @param told what asking gave, or null where nothing was asked
     * @param accepted the codes of warnings that the user accepts for this entry
     * @param beside what the key alone does not show: the other key of its entry, what it was before
     */
    public Judgement judge(KeyCase key, Told told, Set<Code> accepted, Instant now, List<Finding> beside) {
        var findings = new ArrayList<>(key.findings());
        findings.addAll(beside);
        var scopes = new ArrayList<ScopeState>();
        if (key.listing() != null && key.checked()) {
            scopes(key.listing(), told).forEach(scope -> scopes.add(scope(key, told, scope)));
        }
        if (told != null) {
            told.facts().refusals().forEach(refusal -> findings.add(refused(key, refusal, told)));
            findings.addAll(told.facts().notes());
            if (!told.facts().grants().isEmpty()) {
                scopes.forEach(scope -> rights(key, scope, told.facts(), findings));
                AddressJudgement.of(told.facts(), severity(policy.unrestrictedIp()))
                        .ifPresent(findings::add);
                ExpiryJudgement.of(told.facts().expiry(), key.listing().id(), policy.expiresWithin(), now)
                        .ifPresent(findings::add);
            }
            ClockJudgement.of(told, key.listing().window(), findings).ifPresent(findings::add);
        }
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::code));
        return new Judgement(verdict(key, findings, accepted), List.copyOf(scopes), List.copyOf(findings));
    }

    /**
     * A key that a test network does not know may be a live one, which is refused there like any other. And a master key
     * that does not work shows in Gunbot as a fault of the licence.
     */
    private static Finding refused(KeyCase key, Refusal refusal, Told told) {
        var finding = ClockJudgement.refused(refusal, told.clock());
        boolean ofTheSecret = refusal.code() == Code.INVALID_KEY || refusal.code() == Code.BAD_SIGNATURE;
        if (!ofTheSecret || !refusal.variant().isEmpty()) {
            return finding;
        }
        boolean onTestnet = key.question() != null && key.question().testnet();
        return onTestnet && refusal.code() == Code.INVALID_KEY
                ? finding.variant("testnet")
                : key.role() == Role.MASTER ? finding.variant("master") : finding;
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
        var grant = told == null ? Grant.UNKNOWN : told.facts().grant(scope);
        return new ScopeState(scope, grant, expected);
    }

    private void rights(KeyCase key, ScopeState scope, Facts facts, List<Finding> findings) {
        switch (scope.grant().state()) {
            case ON -> tooMuch(key, scope, findings);
            case OFF -> tooLittle(key, scope, facts, findings);
            case UNKNOWN -> unknown(key, scope, findings);
        }
    }

    private void tooMuch(KeyCase key, ScopeState scope, List<Finding> findings) {
        var excess = excess(key, scope);
        if (scope.scope() == Scope.WITHDRAW) {
            findings.add(boxes(key, Code.WITHDRAW_ON, excess).as(severity(policy.withdraw())));
        } else if (scope.scope() == Scope.TRANSFER && !excess.isEmpty()) {
            findings.add(boxes(key, Code.TRANSFER_ON, excess));
        } else if (!excess.isEmpty()) {
            findings.add(excessive(key, scope, excess));
        }
    }

    private static List<String> excess(KeyCase key, ScopeState scope) {
        return scope.grant().on().stream()
                .filter(label -> Expectations.isExcess(key.listing(), scope.scope(), label, key.market(), key.role()))
                .toList();
    }

    private static Finding excessive(KeyCase key, ScopeState scope, List<String> excess) {
        return boxes(key, Code.EXCESS_SCOPE, excess).with("scope", scope.scope().name());
    }

    private static void tooLittle(KeyCase key, ScopeState scope, Facts facts, List<Finding> findings) {
        if (scope.expected() == Expectation.REQUIRED) {
            if (isOfTheAccount(scope, facts)) {
                return; // there is no box to tick, and what is to be done is told
            }
            var code = scope.scope() == Scope.READ ? Code.READ_OFF : Code.TRADE_OFF;
            findings.add(boxes(key, code, scope.grant().missing())
                    .with("scope", scope.scope().name()));
            return;
        }
        // a right that is not whole may still do more than nothing, such as to place orders but not to cancel them
        var excess = excess(key, scope);
        if (!excess.isEmpty()) {
            findings.add(excessive(key, scope, excess));
        }
    }

    /** Whether it is the account that lacks something, not the key; to read, no account needs to be set up. */
    private static boolean isOfTheAccount(ScopeState scope, Facts facts) {
        return scope.scope() != Scope.READ
                && scope.grant().missing().isEmpty()
                && facts.refusals().stream().anyMatch(refusal -> refusal.code() == Code.ACCOUNT_SETUP);
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
