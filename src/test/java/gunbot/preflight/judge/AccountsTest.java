package gunbot.preflight.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Credentials;
import gunbot.preflight.facts.AccountMark;
import gunbot.preflight.facts.Code;
import gunbot.preflight.facts.Facts;
import gunbot.preflight.facts.Finding;
import gunbot.preflight.facts.Market;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Role;
import gunbot.preflight.keys.Source;
import gunbot.preflight.probe.Question;
import gunbot.preflight.probe.Told;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsTest {
    private final Map<Question, Told> told = new HashMap<>();
    private final KeyCase trading = key("kucoin", Role.TRADING, "t");
    private final KeyCase master = key("kucoin", Role.MASTER, "m");
    private final KeyCase elsewhere = key("kucoin#2", Role.MASTER, "e");
    private final List<KeyCase> all = List.of(trading, master, elsewhere);

    @Test
    void differentAccounts_bothKeysOfTheEntryAreTold() {
        tell(trading, "1");
        tell(master, "2");

        assertThat(Accounts.of(trading, all, told)).containsExactly(Finding.of(Code.ACCOUNT_MISMATCH));
        assertThat(Accounts.of(master, all, told)).containsExactly(Finding.of(Code.ACCOUNT_MISMATCH));
    }

    @Test
    void sameAccount_orAnotherEntry_nothing() {
        tell(trading, "1");
        tell(master, "1");
        tell(elsewhere, "2");

        assertThat(Accounts.of(trading, all, told)).isEmpty();
        assertThat(Accounts.of(elsewhere, all, told)).isEmpty();
    }

    @Test
    void oneIsNotTold_orWasNotAsked_nothing() {
        tell(trading, "1");
        assertThat(Accounts.of(trading, all, told)).isEmpty();
        assertThat(Accounts.of(master, all, told)).isEmpty();

        tell(master, null);
        assertThat(Accounts.of(trading, all, told)).isEmpty();
        assertThat(Accounts.of(master, all, told)).isEmpty();
    }

    @Test
    void tradingKeyAlone_isToldThatTheMasterKeyIsMissing_unlessItWasGiven() {
        var alone = key("binance", Role.TRADING, "b");
        var both = key("bitmex", Role.BOTH, "x");
        var given = new KeyCase(
                "okx",
                "kucoin",
                null,
                Market.SPOT,
                Role.TRADING,
                true,
                true,
                "",
                Source.GIVEN,
                null,
                alone.question(),
                List.of());
        var keys = List.of(trading, master, alone, both, given);

        assertThat(Accounts.of(alone, keys, told)).containsExactly(Finding.of(Code.MASTER_KEY_MISSING));
        assertThat(List.of(trading, master, both, given))
                .allSatisfy(key -> assertThat(Accounts.of(key, keys, told)).isEmpty());
    }

    private void tell(KeyCase key, String account) {
        var facts = account == null ? Facts.NONE : Facts.NONE.with(AccountMark.of("uid", account));
        told.put(key.question(), new Told(facts, null, null, 1, 1, Instant.EPOCH));
    }

    private static KeyCase key(String name, Role role, String id) {
        var question = new Question("kucoin", new Credentials(id, "s", "p", ""), Market.SPOT, false, null);
        return new KeyCase(
                name, "kucoin", null, Market.SPOT, role, true, true, "", Source.CONFIG, null, question, List.of());
    }
}
