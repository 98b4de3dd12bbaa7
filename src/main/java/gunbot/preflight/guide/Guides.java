package gunbot.preflight.guide;

import gunbot.preflight.exchange.Catalogue;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The guides of all exchanges that the program knows. */
@Singleton
public class Guides {
    private final Catalogue catalogue;

    public Guides(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All exchanges, by id. */
    public List<ExchangeView> all() {
        return catalogue.all().stream().map(ExchangeView::of).toList();
    }

    /** One exchange's guide; empty where the id is none of ours. */
    public Optional<GuideView> of(String id, Locale language) {
        return catalogue.byId(id).map(exchange -> new GuideWriter(exchange, language).write());
    }
}
