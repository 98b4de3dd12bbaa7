package gunbot.preflight.notify;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.notify.Message.Urgency;
import gunbot.preflight.settings.Settings.Notices.Format;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    private static final URI DISCORD = URI.create("https://discord.com/api/webhooks/1234/secretOfTheWebhook");
    private static final URI NTFY = URI.create("https://ntfy.example/secretTopic?auth=secretOfNtfy");
    private static final Message MESSAGE = new Message("Gunbot: look", "one\ntwo", Urgency.HIGH);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    https://discord.com/api/webhooks/1/a, true
                    https://discord.com/api/v10/webhooks/1/a, true
                    https://canary.discord.com/api/webhooks/1/a, true
                    https://discordapp.com/api/webhooks/1/a, true
                    https://discord.com.example/api/webhooks/1/a, false
                    https://notdiscord.com/api/webhooks/1/a, false
                    https://ntfy.sh/discord.com/api/webhooks/1/a, false
                    https://discord.com/topic, false
                    """)
    void discord_knownByItsHostAndPath(URI address, boolean discords) {
        assertThat(Forms.isDiscords(address)).isEqualTo(discords);
    }

    @Test
    void ntfy_plainTextWithHeaders() {
        var post = Forms.webhook(Format.AUTO, NTFY, MESSAGE);

        assertThat(post.address()).isEqualTo(NTFY);
        assertThat(post.body()).isEqualTo("one\ntwo");
        assertThat(post.headers())
                .containsEntry("Title", "Gunbot: look")
                .containsEntry("Priority", "high")
                .containsEntry("Tags", "rotating_light")
                .containsEntry("Content-Type", "text/plain; charset=utf-8");
    }

    @Test
    void ntfy_titleInOtherLetters_wrappedUp() {
        var post = Forms.webhook(Format.NTFY, NTFY, new Message("revisión", "", Urgency.GOOD));

        assertThat(post.headers())
                .containsEntry("Title", "=?UTF-8?B?cmV2aXNpw7Nu?=")
                .containsEntry("Priority", "default");
    }

    @Test
    void discord_oneText_callsNobody() {
        var body =
                new JsonObject(Forms.webhook(Format.AUTO, DISCORD, new Message("@everyone", "a \"text\"", Urgency.GOOD))
                        .body());

        assertThat(body.getString("content")).isEqualTo("**@everyone**\na \"text\"");
        assertThat(body.getJsonObject("allowed_mentions").getJsonArray("parse")).isEqualTo(new JsonArray());
    }

    /** An entry may be called anything; the address in a remedy stays one. */
    @Test
    void discord_signsOfMarkup_standForThemselves() {
        var text =
                "[a](https://evil.example/x_y) <@1> **b** ~~c~~ ||d|| `e` # f \\[g] WITHDRAW_ON: see https://ok.example/a_b#c.";
        var body = new JsonObject(Forms.webhook(Format.DISCORD, NTFY, new Message("*t*", text, Urgency.GOOD))
                .body());

        assertThat(body.getString("content"))
                .isEqualTo(
                        "**\\*t\\***\n\\[a\\](https://evil.example/x_y) \\<@1\\> \\*\\*b\\*\\* \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\`"
                                + " \\# f \\\\\\[g\\] WITHDRAW\\_ON: see https://ok.example/a_b#c.");
    }

    @Test
    void telegram_nothingIsMarkedUp() {
        var post = Forms.telegram(
                URI.create("https://api.telegram.org"),
                "1:secretToken",
                "-100",
                new Message("<b>*t*", "[a](b)", Urgency.GOOD));

        assertThat(new JsonObject(post.body()).containsKey("parse_mode")).isFalse();
        assertThat(new JsonObject(post.body()).getString("text")).isEqualTo("<b>*t*\n[a](b)");
    }

    @Test
    void formatThatIsSet_goesBeforeTheGuess() {
        assertThat(Forms.webhook(Format.DISCORD, NTFY, MESSAGE).body()).startsWith("{\"content\":");
        assertThat(Forms.webhook(Format.NTFY, DISCORD, MESSAGE).body()).isEqualTo("one\ntwo");
    }

    @Test
    void telegram_tokenInThePath_chatInTheBody() {
        var post = Forms.telegram(URI.create("https://api.telegram.org"), "1:secretToken", "-100", MESSAGE);

        assertThat(post.address()).isEqualTo(URI.create("https://api.telegram.org/bot1:secretToken/sendMessage"));
        assertThat(new JsonObject(post.body()).getString("chat_id")).isEqualTo("-100");
        assertThat(new JsonObject(post.body()).getString("text")).isEqualTo("Gunbot: look\none\ntwo");
    }

    @Test
    void longText_isCutBetweenLetters() {
        var body = Forms.webhook(Format.NTFY, NTFY, new Message("", "\ud83d\ude80".repeat(5000), Urgency.GOOD))
                .body();

        assertThat(body.codePointCount(0, body.length())).isEqualTo(Forms.LONGEST);
        assertThat(body).endsWith("\ud83d\ude80…");
    }

    @Test
    void inWords_noAddress() {
        assertThat(Forms.webhook(Format.AUTO, NTFY, MESSAGE).toString()).doesNotContain("secret", "example");
        assertThat(Forms.telegram(NTFY, "1:secretToken", "-100", MESSAGE).toString())
                .doesNotContain("secret");
    }
}
