package gunbot.preflight.standin.binance;

import static gunbot.preflight.standin.binance.BinanceWords.error;
import static gunbot.preflight.standin.binance.BinanceWords.missing;

import gunbot.preflight.standin.Answer;
import gunbot.preflight.standin.Parameters;
import gunbot.preflight.standin.Recorded;
import gunbot.preflight.standin.StandInKey;
import java.util.Optional;

/** Time and signature of a request, verified alike by all hosts of Binance. */
public final class BinanceVerification {

    private BinanceVerification() {}

    /** The refusal of a request of a known key that is untimely or not signed by it. */
    public static Optional<Answer> refusal(Recorded request, StandInKey key, long now) {
        Parameters sent = request.parameters();
        if (sent.repeated().isPresent()) {
            return Optional.empty(); // refused for it, but not here
        }
        Optional<Long> timestamp =
                sent.one("timestamp").filter(BinanceVerification::isNumber).map(Long::valueOf);
        if (timestamp.isEmpty()) {
            return Optional.of(missing("timestamp"));
        }
        if (sent.one("signature").isEmpty()) {
            return Optional.of(missing("signature"));
        }
        return untimely(timestamp.get(), sent.one("recvWindow").orElse("5000"), now)
                .or(() -> BinanceSignature.verifies(key, request.query(), request.bodyText())
                        ? Optional.empty()
                        : Optional.of(error(400, -1022, "Signature for this request is not valid.")));
    }

    private static Optional<Answer> untimely(long timestamp, String recvWindow, long now) {
        if (!isNumber(recvWindow)) {
            return Optional.of(missing("recvWindow"));
        }
        if (Long.parseLong(recvWindow) > 60_000) {
            return Optional.of(error(400, -1131, "recvWindow must be less than 60000"));
        }
        if (timestamp >= now + 1000) {
            return Optional.of(error(400, -1021, "Timestamp for this request was 1000ms ahead of the server's time."));
        }
        return now - timestamp <= Long.parseLong(recvWindow)
                ? Optional.empty()
                : Optional.of(error(400, -1021, "Timestamp for this request is outside of the recvWindow."));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,15}");
    }
}
