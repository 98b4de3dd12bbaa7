package gunbot.preflight.report;

import static gunbot.preflight.testing.Reports.key;
import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.keys.Role;
import gunbot.preflight.testing.Reports;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History();

    @Test
    void report_inShort() {
        var report = Reports.of(
                key("a", Verdict.NOT_READY, Code.WITHDRAW_ON, Code.IP_UNRESTRICTED, Code.IP_UNRESTRICTED),
                key("b", false, Verdict.READY));
        history.add(report);

        assertThat(history.reports()).singleElement().satisfies(past -> {
            assertThat(past.checkedAt()).isEqualTo(report.checkedAt());
            assertThat(past.verdict()).isEqualTo(Verdict.NOT_READY);
            assertThat(past.summary())
                    .containsEntry(Verdict.NOT_READY, 1)
                    .containsEntry(Verdict.READY, 1)
                    .containsEntry(Verdict.UNKNOWN, 0);
            assertThat(past.keys())
                    .containsExactly(
                            new History.PastKey(
                                    "a",
                                    Role.BOTH,
                                    true,
                                    Verdict.NOT_READY,
                                    List.of(Code.WITHDRAW_ON, Code.IP_UNRESTRICTED)),
                            new History.PastKey("b", Role.BOTH, false, Verdict.READY, List.of()));
        });
    }

    @Test
    void manyReports_theNewestAreKept_theNewestFirst() {
        for (int i = 0; i < History.MOST + 7; i++) {
            history.add(Reports.of(key("key " + i, Verdict.READY)));
        }

        assertThat(history.reports()).hasSize(History.MOST);
        assertThat(history.reports().get(0).keys().get(0).name()).isEqualTo("key " + (History.MOST + 6));
        assertThat(history.reports().get(History.MOST - 1).keys().get(0).name()).isEqualTo("key 7");
    }
}
