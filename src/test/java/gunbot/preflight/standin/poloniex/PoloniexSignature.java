package gunbot.preflight.standin.poloniex;

import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.Sums;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Verifies what Poloniex's keys sign: three lines of method, path and parameters with the time. */
final class PoloniexSignature {

    private PoloniexSignature() {}

    static boolean verifies(String secret, Recorded request, String time, String signature) {
        String text = request.method() + "\n" + request.path() + "\n" + parameters(request, time);
        byte[] right = Sums.hmac("HmacSHA256", Sums.bytes(secret), Sums.bytes(text));
        return MessageDigest.isEqual(Sums.bytes(Base64.getEncoder().encodeToString(right)), Sums.bytes(signature));
    }

    /** A body is signed as it is; without one the query is, sorted by name. The time is always signed, and never sent there. */
    private static String parameters(Recorded request, String time) {
        if (request.body().length() > 0) {
            return "requestBody=" + request.bodyText() + "&signTimestamp=" + time;
        }
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String part : request.query().split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                sorted.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        sorted.put("signTimestamp", time);
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }
}
