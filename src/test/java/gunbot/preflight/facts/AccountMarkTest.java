package gunbot.preflight.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountMarkTest {
    @Test
    void sameAccount_sameMark_anotherAccount_another() {
        assertThat(AccountMark.of("uid", "100200300")).isEqualTo(AccountMark.of("uid", "100200300"));
        assertThat(AccountMark.of("uid", "100200300").isNot(AccountMark.of("uid", "100200301")))
                .isTrue();
        assertThat(AccountMark.of("uid", "100200300").isNot(AccountMark.of("uid", "100200300")))
                .isFalse();
    }

    @Test
    void differentKindsOfNumber_cannotBeCompared() {
        assertThat(AccountMark.of("uid", "1").isNot(AccountMark.of("spot", "2")))
                .isFalse();
        assertThat(AccountMark.of("uid", "1").isNot(null)).isFalse();
    }

    @Test
    void number_isNowhereInIt() {
        var mark = AccountMark.of("uid", "100200300");

        assertThat(mark.digest()).doesNotContain("100200300").hasSize(16);
        assertThat(mark).hasToString("AccountMark[…]");
        assertThat(Facts.NONE.with(mark).toString()).doesNotContain(mark.digest());
    }
}
