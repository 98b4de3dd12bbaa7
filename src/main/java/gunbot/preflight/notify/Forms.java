package gunbot.preflight.notify;

import gunbot.preflight.settings.Settings.Notices.Format;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a message into the form that its receiver takes. */
final class Forms {
    /** Discord takes 2000 characters, Telegram 4096, ntfy 4096 bytes. */
    static final int LONGEST = 1500;

    private static final int WITHOUT_PREVIEWS = 4;
    private static final Pattern ADDRESS_OR_SIGN = Pattern.compile("https://[^\\s()<>\\[\\]]+|[\\\\*_~|`\\[\\]<>#]");

    private Forms() {}

    static Post webhook(Format format, URI address, Message message) {
        boolean discord = format == Format.DISCORD || (format == Format.AUTO && isDiscords(address));
        return discord ? discord(address, message) : ntfy(address, message);
    }

    /** Whether it is one of Discord's own webhooks. */
    static boolean isDiscords(URI address) {
        var host = address.getHost().toLowerCase(Locale.ROOT);
        boolean theirs = host.equals("discord.com") || host.endsWith(".discord.com") || host.equals("discordapp.com");
        return theirs && address.getPath().matches("/api/(v[0-9]+/)?webhooks/.*");
    }

    private static Post ntfy(URI address, Message message) {
        var headers = Map.of(
                "Content-Type",
                "text/plain; charset=utf-8",
                "Title",
                header(message.title()),
                "Priority",
                message.urgency() == Message.Urgency.HIGH ? "high" : "default",
                "Tags",
                switch (message.urgency()) {
                    case HIGH -> "rotating_light";
                    case NORMAL -> "warning";
                    case GOOD -> "white_check_mark";
                });
        return new Post("webhook", address, headers, cut(message.text()));
    }

    /** Nobody is called by name and nothing is marked up, whatever an entry is called. */
    private static Post discord(URI address, Message message) {
        var body = new JsonObject()
                .put("content", cut("**" + literal(message.title()) + "**\n" + literal(message.text())))
                .put("allowed_mentions", new JsonObject().put("parse", new JsonArray()))
                .put("flags", WITHOUT_PREVIEWS);
        return json("webhook", address, body);
    }

    /** Discord's signs of mark-up as they are; addresses, which it would not know with a backslash in them, are left alone. */
    private static String literal(String text) {
        return ADDRESS_OR_SIGN
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().length() > 1 ? found.group() : "\\" + found.group()));
    }

    static Post telegram(URI origin, String token, String chat, Message message) {
        var body = new JsonObject()
                .put("chat_id", chat)
                .put("text", cut(message.title() + "\n" + message.text()))
                .put("link_preview_options", new JsonObject().put("is_disabled", true));
        return json("Telegram", origin.resolve("/bot" + token + "/sendMessage"), body);
    }

    private static Post json(String kind, URI address, JsonObject body) {
        return new Post(kind, address, Map.of("Content-Type", "application/json"), body.encode());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** A header is ASCII; other letters are wrapped up as RFC 2047 has it, which ntfy reads. */
    private static String header(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? text
                : "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
