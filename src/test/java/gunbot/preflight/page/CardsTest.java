package gunbot.preflight.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardsTest {

    @Test
    void anchor_isSafeWhateverTheEntryIsCalled_andDiffersWithIt() {
        assertThat(Cards.anchor("binance#2")).isEqualTo("key-binance_232");
        assertThat(Cards.anchor("<script>")).matches("key-[a-zA-Z0-9_-]+");
        assertThat(Cards.anchor("a_b")).isNotEqualTo(Cards.anchor("a b"));
        assertThat(Cards.anchor("a_20b")).isNotEqualTo(Cards.anchor("a b"));
    }
}
