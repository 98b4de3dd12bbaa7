package gunbot.preflight.check;

import gunbot.preflight.exchange.Catalogue;
import gunbot.preflight.gunbot.ConfigFile;
import gunbot.preflight.gunbot.Entry;
import gunbot.preflight.gunbot.Reading;
import gunbot.preflight.gunbot.Usage;
import gunbot.preflight.keys.Given;
import gunbot.preflight.keys.GivenKeys;
import gunbot.preflight.keys.KeyCase;
import gunbot.preflight.keys.Keys;
import gunbot.preflight.settings.Exchanges;
import gunbot.preflight.settings.OwnSecrets;
import gunbot.preflight.settings.Settings;
import gunbot.preflight.watch.GivenPatience;
import gunbot.preflight.watch.Patience;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What a check starts from: Gunbot's file and the keys given directly, read off the event loop. */
@ApplicationScoped
public class Inputs {
    private final GivenKeys givenKeys;
    private final Catalogue catalogue;
    private final Keys keys;
    private final Clock clock;
    private final Executor worker;
    private final GivenPatience patience;
    private final Supplier<Set<String>> own;
    private volatile Source file;
    private volatile List<Path> files = List.of();

    @Inject
    public Inputs(
            GivenKeys givenKeys,
            Catalogue catalogue,
            Exchanges exchanges,
            OwnSecrets own,
            Settings settings,
            Clock clock) {
        this.own = own::now;
        this.givenKeys = givenKeys;
        this.catalogue = catalogue;
        this.keys = new Keys(catalogue, exchanges.origins());
        this.clock = clock;
        this.patience = new GivenPatience(clock);
        this.worker = Infrastructure.getDefaultWorkerPool();
        this.file = source(settings.gunbot().config().map(Path::of).orElse(null));
    }

    /** For tests: with a reader that reads at once, and does not wait for writers in real time. */
    Inputs(GivenKeys givenKeys, Catalogue catalogue, Path path, Clock clock) {
        this.givenKeys = givenKeys;
        this.catalogue = catalogue;
        this.keys = new Keys(catalogue, Map.of());
        this.clock = clock;
        this.patience = new GivenPatience(clock);
        this.worker = Runnable::run;
        this.own = Set::of;
        this.file = new Source(path, new ConfigFile(path, clock, () -> {}), new Patience(clock));
    }

    /** Gunbot's file, and how long it may look bad. */
    private record Source(Path path, ConfigFile reader, Patience patience) {
        Reading read() {
            return patience.settle(reader.read());
        }
    }

    private Source source(Path path) {
        return new Source(path, new ConfigFile(path, clock), new Patience(clock));
    }

    /** Reads another file than the configured one; for commands. */
    public void use(String path) {
        file = source(Path.of(path));
    }

    /** The files to watch: Gunbot's, and those of the keys given directly, as far as they are known by now. */
    public List<Path> files() {
        return Stream.concat(Stream.ofNullable(file.path()), files.stream()).toList();
    }

    /** Whether Gunbot's file or one of a key given directly looks bad, and it must be seen whether that lasts. */
    public boolean unsettled() {
        return file.patience().waiting() || patience.waiting();
    }

    Uni<Input> read() {
        return Uni.createFrom().item(this::readNow).runSubscriptionOn(worker);
    }

    private Input readNow() {
        var reading = file.read();
        var candidates = candidates(reading);
        files = givenKeys.files(candidates);
        var given = patience.settle(givenKeys.read(candidates));
        return new Input(reading, keys.of(reading, given), secrets(reading, given));
    }

    /** What a variable may mean: first the entries that Gunbot has, then those that it had, then any exchange. */
    private Set<String> candidates(Reading reading) {
        var names = new LinkedHashSet<String>();
        reading.entries().stream()
                .sorted(Comparator.comparing(entry -> entry.usage() == Usage.ARCHIVED))
                .map(Entry::name)
                .forEach(names::add);
        catalogue.names().stream().sorted().forEach(names::add);
        return names;
    }

    private Set<String> secrets(Reading reading, List<Given> given) {
        var secrets = new HashSet<>(reading.secrets());
        given.stream()
                .flatMap(g -> Stream.of(g.key(), g.secret(), g.passphrase(), g.clientId()))
                .filter(value -> !value.isBlank())
                .forEach(secrets::add);
        own.get().stream().filter(value -> !value.isBlank()).forEach(secrets::add);
        return secrets;
    }

    /**
     * @param reading what Gunbot's file gave
     * @param keys every key to report on
     * @param secrets every secret known; for cleaning
     */
    record Input(Reading reading, List<KeyCase> keys, Set<String> secrets) {
        @Override
        public String toString() {
            return "Input[" + keys.size() + " keys]";
        }
    }
}
