package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void decode_byteOrderMark_isDropped() {
        assertThat(Utf8.decode(Samples.bytes("\ufeff{\"ñ\": 1}")).value()).isEqualTo("{\"ñ\": 1}");
        assertThat(ConfigParser.parse(Samples.bytes("\ufeff" + Samples.A))).isInstanceOf(Parsed.Config.class);
    }

    @Test
    void decode_latin1_tellsThePlace() {
        var fault = Utf8.decode("{\n \"ñ\": 1}".getBytes(StandardCharsets.ISO_8859_1))
                .fault();

        assertThat(fault.variant()).isEqualTo("utf8");
        assertThat(fault.values())
                .containsEntry("line", "2")
                .containsEntry("column", "3")
                .containsEntry("byte", "5")
                .hasSize(3);
    }

    @Test
    void decode_utf16_tellsTheFirstByte() {
        var fault = Utf8.decode("\ufeff{}".getBytes(StandardCharsets.UTF_16LE)).fault();

        assertThat(fault.values()).containsEntry("byte", "1").containsEntry("line", "1");
    }

    @Test
    void decode_characterCutInTwo_isAnEarlyEnd() {
        var bytes = Samples.bytes("{\"a\": \"€");

        var fault = Utf8.decode(Arrays.copyOf(bytes, bytes.length - 1)).fault();

        assertThat(fault.variant()).isEqualTo("json-end");
        assertThat(fault.values()).containsEntry("column", "8");
    }
}
