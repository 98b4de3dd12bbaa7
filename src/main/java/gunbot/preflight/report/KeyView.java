package gunbot.preflight.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.report.ReportView.FindingView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** One key as the API gives it. */
@RegisterForReflection
public record KeyView(
        String name,
        String exchange,
        String market,
        Role role,
        boolean inUse,
        String keyHint,
        Source credentials,
        Verdict verdict,
        List<ScopeView> scopes,
        IpView ipRestriction,
        String seenFrom,
        ExpiryView expiry,
        Long clockSkewMs,
        Long latencyMs,
        int requests,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant checkedAt,
        String origin,
        List<FindingView> findings) {

    /** A right and what is expected of it. */
    @RegisterForReflection
    public record ScopeView(Scope scope, State state, Evidence evidence, Expectation expected) {}

    /** The key's address list. */
    @RegisterForReflection
    public record IpView(State state, List<String> addresses) {}

    /** When the key ends. */
    @RegisterForReflection
    public record ExpiryView(Expiry.Kind state, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

    public static KeyView of(KeyReport report, Wording wording) {
        var key = report.key();
        var told = report.told();
        var facts = told == null ? Facts.NONE : told.facts();
        return new KeyView(
                key.name(),
                key.exchange(),
                key.market() == null ? null : key.market().word(),
                key.role(),
                key.inUse(),
                key.hint().isEmpty() ? null : key.hint(),
                key.source(),
                report.judgement().verdict(),
                report.judgement().scopes().stream()
                        .map(s -> new ScopeView(
                                s.scope(), s.grant().state(), s.grant().evidence(), s.expected()))
                        .toList(),
                new IpView(facts.ip().state(), facts.ip().addresses()),
                facts.seenFrom(),
                new ExpiryView(
                        facts.expiry().state(),
                        ReportView.seconds(facts.expiry().at())),
                told == null || told.clock() == null ? null : told.clock().counted(),
                told == null || told.latencyMs() < 0 ? null : told.latencyMs(),
                told == null ? 0 : told.requests(),
                told == null ? null : ReportView.seconds(told.at()),
                key.origin() == null ? null : key.origin().toString(),
                report.judgement().findings().stream()
                        .map(f -> FindingView.of(f, wording, key))
                        .toList());
    }
}
