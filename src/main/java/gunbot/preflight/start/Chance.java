package gunbot.preflight.start;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Random;
import java.util.random.RandomGenerator;

/** The one source of chance of the program, for jitter, so that tests can bring their own. */
public class Chance {
    @Produces
    @Singleton
    @DefaultBean
    RandomGenerator random() {
        return new Random(new SecureRandom().nextLong()); // seeded when the program runs, not when it is built
    }
}
