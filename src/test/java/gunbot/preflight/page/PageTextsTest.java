package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Expectation;
import gunbot.preflight.facts.Evidence;
import gunbot.preflight.facts.Expiry;
import gunbot.preflight.facts.Market;
import gunbot.preflight.facts.Scope;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import gunbot.preflight.gunbot.SourceState;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PageTextsTest {
    @Test
    void everyWordThatAPageMayShow_isThere() {
        var names = new ArrayList<String>();
        List.of(Verdict.values()).forEach(v -> names.addAll(List.of("verdict." + v, "status." + v)));
        List.of(State.values()).forEach(s -> names.addAll(List.of("state." + s, "binding." + s)));
        List.of(Scope.values()).forEach(s -> names.add("right." + s));
        List.of(Evidence.values()).forEach(e -> names.add("evidence." + e));
        List.of(Expiry.Kind.values()).forEach(e -> names.add("expiry." + e));
        List.of(Market.values()).forEach(m -> names.add("market." + m.word()));
        List.of(Role.values()).forEach(r -> names.add("role." + r));
        List.of(Severity.values()).forEach(s -> names.add("severity." + s));
        List.of(Source.values()).forEach(s -> names.add("credentials." + s));
        List.of(SourceState.values()).forEach(s -> names.add("source." + s));
        List.of(Expectation.values()).forEach(e -> names.addAll(List.of("expected." + e, "box." + e)));
        var texts = PageTexts.in(Locale.ENGLISH);

        assertThat(names).allMatch(name -> texts.find(name).isPresent());
    }
}
