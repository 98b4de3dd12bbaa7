package gunbot.preflight.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.IpRestriction;
import gunbot.preflight.facts.Severity;
import gunbot.preflight.facts.State;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressJudgementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    203.0.113.7                   | 203.0.113.7                     | ON
                    203.0.113.8 203.0.113.7       | 203.0.113.7                     | ON
                    203.0.113.8                   | 203.0.113.7                     | OFF
                    203.0.113.0/28                | 203.0.113.15                    | ON
                    203.0.113.0/28                | 203.0.113.16                    | OFF
                    203.0.113.9/28                | 203.0.113.1                     | ON
                    203.0.113.7/32                | 203.0.113.7                     | ON
                    0.0.0.0/0                     | 198.51.100.1                    | ON
                    203.0.113.1-203.0.113.9       | 203.0.113.5                     | ON
                    203.0.113.1-203.0.113.9       | 203.0.113.10                    | OFF
                    2001:db8::1                   | 2001:0DB8:0:0:0:0:0:1           | ON
                    2001:db8::/32                 | 2001:db8:ffff::7                | ON
                    2001:db8::/32                 | 2001:db9::7                     | OFF
                    203.0.113.7                   | ::ffff:203.0.113.7              | ON
                    203.0.113.7                   | 2001:db8::1                     | OFF
                    203.**.113.7                  | 203.0.113.7                     | UNKNOWN
                    203.**.154 203.0.113.7        | 203.0.113.7                     | ON
                    203.**.154 203.0.113.8        | 203.0.113.7                     | UNKNOWN
                    203.0.113.0/33                | 203.0.113.7                     | UNKNOWN
                    203.0.113.9-203.0.113.1       | 203.0.113.5                     | UNKNOWN
                    203.0.113.9-2001:db8::1       | 203.0.113.9                     | UNKNOWN
                    999.0.113.7                   | 203.0.113.7                     | UNKNOWN
                    203.0.113.7                   | 999.0.113.7                     | UNKNOWN
                    2001:db8::1::2                | 203.0.113.7                     | UNKNOWN
                    ''                            | 203.0.113.7                     | UNKNOWN
                    """)
    void holds_listAndAddress_onlyWhatIsSure(String list, String address, State holds) {
        assertThat(AddressJudgement.holds(on(list), address)).isEqualTo(holds);
    }

    @Test
    void list_ofWhichAPartIsNoAddressOrWasCleanedOut_isNotWhole() {
        var partly = on("203.0.113.8 somewhere");
        var cleaned = Facts.NONE
                .with(on("203.0.113.8 203.0.113.9"))
                .cleaned(text -> text.replace("203.0.113.9", "(hidden)"), Set.of())
                .ip();

        assertThat(AddressJudgement.holds(partly, "203.0.113.7")).isEqualTo(State.UNKNOWN);
        assertThat(AddressJudgement.holds(partly, "203.0.113.8")).isEqualTo(State.ON);
        assertThat(AddressJudgement.holds(cleaned, "203.0.113.7")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void seenAddressIsNotInTheList_warnedWithTheAddress() {
        var facts = Facts.NONE.with(on("203.0.113.8")).seenFrom("203.0.113.7");

        assertThat(AddressJudgement.of(facts, Severity.WARNING)).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo(Code.ADDRESS_NOT_LISTED);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.values()).containsEntry("address", "203.0.113.7");
        });
    }

    @Test
    void nothingIsSeen_orNothingIsTold_nothingIsSaid() {
        assertThat(AddressJudgement.of(Facts.NONE.with(on("203.0.113.8")), Severity.WARNING))
                .isEmpty();
        assertThat(AddressJudgement.of(Facts.NONE.with(on("")).seenFrom("203.0.113.7"), Severity.WARNING))
                .isEmpty();
        assertThat(AddressJudgement.of(Facts.NONE.seenFrom("203.0.113.7"), Severity.WARNING))
                .isEmpty();
    }

    @Test
    void unrestricted_weighsAsThePolicySays_withTheAddressWhereItIsSeen() {
        var open = Facts.NONE.with(new IpRestriction(State.OFF, List.of()));

        assertThat(AddressJudgement.of(open, Severity.BLOCKER))
                .contains(Finding.of(Code.IP_UNRESTRICTED).as(Severity.BLOCKER));
        assertThat(AddressJudgement.of(open.seenFrom("203.0.113.7"), Severity.INFO))
                .contains(Finding.of(Code.IP_UNRESTRICTED)
                        .as(Severity.INFO)
                        .variant("seen")
                        .with("address", "203.0.113.7"));
    }

    private static IpRestriction on(String list) {
        var addresses = list.isEmpty()
                ? List.<String>of()
                : Arrays.stream(list.split(" ")).toList();
        return new IpRestriction(State.ON, addresses);
    }
}
