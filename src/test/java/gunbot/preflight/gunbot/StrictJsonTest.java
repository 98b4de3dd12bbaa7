package gunbot.preflight.gunbot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {                        | json-end       | 1 | 2
            {~  "a": {~~             | json-end       | 2 | 9
            {"a": "MARKER            | json-end       | 1 | 14
            {"a": "MARKER\\          | json-end       | 1 | 15
            {"a": "MARKER\\u00       | json-end       | 1 | 18
            {"a": tru                | json-end       | 1 | 10
            {"a": 0.                 | json-end       | 1 | 9
            {"a": -                  | json-end       | 1 | 8
            {"a": 1e                 | json-end       | 1 | 9
            {"a": 1,                 | json-end       | 1 | 9
            // MARKER~{}             | json-comment   | 1 | 1
            {~/* MARKER */ "a": 1}   | json-comment   | 2 | 1
            {"a": 1} // MARKER       | json-comment   | 1 | 10
            {~# MARKER~}             | json-comment   | 2 | 1
            {"a": 1,~}               | json-comma     | 2 | 1
            {"a": [1,]}              | json-comma     | 1 | 10
            {"a": "MARKER~, "b": ""} | json-quote     | 1 | 14
            {"a": 1}~}               | json-trailing  | 2 | 1
            {"a": 1}~{"b": "MARKER"} | json-trailing  | 2 | 1
            {"a": 1}~ MARKER         | json-trailing  | 2 | 2
            {"a": 1 "b": "MARKER"}   | json-character | 1 | 9
            {~~ 'MARKER': 1}         | json-character | 3 | 2
            {MARKER: 1}              | json-character | 1 | 2
            {"a": MARKER}            | json-character | 1 | 7
            {"a": "\\x"}             | json-character | 1 | 9
            {"a": .5}                | json-character | 1 | 7
            {"a" 1}                  | json-character | 1 | 6
            {"a": [1}                | json-character | 1 | 9
            {"a": trux}              | json-character | 1 | 7
            """)
    void parse_whatJsonParseRefuses_tellsKindAndPlace(String text, String variant, int line, int column) {
        var fault = StrictJson.parse(text.replace('~', '\n')).fault();

        assertThat(fault.variant()).isEqualTo(variant);
        assertThat(fault.values())
                .containsOnlyKeys("line", "column")
                .containsEntry("line", String.valueOf(line))
                .containsEntry("column", String.valueOf(column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": +1}",
                "{\"a\": 1.}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\0\"}",
                "{\"a\":\u00a01}",
                "{\"a\":\f1}",
                "\0\0\0",
                "\ufeff{}",
                "{,}",
                "{\"a\":}",
                "[1,,2]"
            })
    void parse_otherLiberties_areRefused(String text) {
        assertThat(StrictJson.parse(text).fault().variant()).isEqualTo("json-character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " {} \r\n\t",
                "{\"a\": [1.5e+10, -0, true, null, {}, []], \"\": \"\\ud800 \\/ \\u0000 \u007f\"}",
                "\"text\"",
                "1"
            })
    void parse_whatJsonParseTakes_isTaken(String text) {
        assertThat(StrictJson.parse(text).fault()).isNull();
    }

    @Test
    void parse_longNumbersNamesAndTexts_areTaken() {
        var digits = "9".repeat(100_000);
        var text = "{\"" + digits + "\": " + digits + ", \"b\": \"" + digits + "\"}";

        var root = (Node.Obj) StrictJson.parse(text).value();

        assertThat(root.fields().get(digits).text()).isEqualTo(digits);
        assertThat(root.fields().get("b").text()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void parse_hundredThousandLevels_isAValue(String open) {
        var fault = StrictJson.parse(open.repeat(100_000)).fault();

        assertThat(fault.variant()).isEqualTo("json-deep");
        assertThat(fault.values()).containsEntry("line", "1").containsKey("column");
    }

    @Test
    void parse_placeFarInALargeFile_isExact() {
        // larger than the parser's buffer, so that it must have moved it several times
        var text = "{\"a\": [\r\n" + "  \"0123456789\",\r\n".repeat(20_000) + "  x]}";

        var fault = StrictJson.parse(text).fault();

        assertThat(fault.values()).containsEntry("line", "20002").containsEntry("column", "3");
    }

    @Test
    void parse_blank_isEmpty() {
        assertThat(StrictJson.parse(" \n").fault().variant()).isEqualTo("empty");
        assertThat(StrictJson.parse("").fault().variant()).isEqualTo("empty");
    }
}
