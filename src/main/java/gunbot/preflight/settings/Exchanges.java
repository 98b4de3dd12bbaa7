package gunbot.preflight.settings;

import gunbot.preflight.exchange.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is set for single exchanges: {@code preflight.exchange."<id>".origin}. */
@ApplicationScoped
public class Exchanges {
    private final Map<String, URI> origins = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    public Exchanges(Catalogue catalogue, ExactNames names) {
        for (var exchange : catalogue.all()) {
            var id = exchange.listing().id();
            names.value("exchange", id, "origin")
                    .ifPresent(
                            text -> Origins.parse(
                                            text, host -> catalogue.hosts().contains(host))
                                    .ifPresentOrElse(
                                            origin -> origins.put(id, origin),
                                            () -> problems.add(
                                                    "preflight.exchange.\"" + id + "\".origin: an origin is"
                                                            + " http(s)://127.0.0.1:PORT, localhost or [::1], or https:// and a host of the catalogue")));
        }
    }

    /** By exchange id, where its requests go instead of its own hosts. */
    public Map<String, URI> origins() {
        return Map.copyOf(origins);
    }

    public List<String> problems() {
        return List.copyOf(problems);
    }
}
