package gunbot.preflight.guide;

import com.fasterxml.jackson.annotation.JsonFormat;
import gunbot.preflight.exchange.Exchange;
import gunbot.preflight.exchange.Standing;
import gunbot.preflight.facts.Market;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of the list of exchanges; the parts mean what they mean in a {@link GuideView}.
 *
 * @param guide the path of the whole guide
 */
@RegisterForReflection
public record ExchangeView(
        String id,
        String title,
        Standing.State state,
        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate since,
        boolean supported,
        boolean listedByGunbot,
        List<String> gunbotNames,
        List<String> markets,
        String guide) {

    static ExchangeView of(Exchange exchange) {
        var listing = exchange.listing();
        return new ExchangeView(
                listing.id(),
                listing.title(),
                exchange.standing().state(),
                exchange.standing().since(),
                !exchange.closed(),
                exchange.standing().listedByGunbot(),
                listing.gunbotNames().stream().sorted().toList(),
                listing.markets().stream().map(Market::word).toList(),
                "/api/v1/exchanges/" + listing.id());
    }
}
