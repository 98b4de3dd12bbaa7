package gunbot.preflight.rhythm;

import gunbot.preflight.probe.Question;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where nothing outlasts a restart: what was asked since the start is known from the answers that are kept. */
@ApplicationScoped
@DefaultBean
public class NothingRemembered implements Asks {

    @Override
    public Optional<Remembered> of(Question question) {
        return Optional.empty();
    }

    @Override
    public void asked(Question question, Remembered remembered) {
        // nowhere to keep it
    }
}
