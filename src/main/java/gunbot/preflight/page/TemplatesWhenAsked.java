package gunbot.preflight.page;

import io.quarkus.qute.runtime.EngineProducer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;

/**
 * Templates are read when the first page is asked for. Qute would do it at every start, before any port is opened: a fifth of
 * the work that a start takes, and for many a sidecar nobody ever opens a page; commands have no page at all. The build has
 * checked the templates by then. Used by the build alone.
 */
public class TemplatesWhenAsked implements BuildCompatibleExtension {

    @Enhancement(types = EngineProducer.class)
    public void notAtTheStart(ClassConfig engine) {
        engine.removeAnnotation(annotation -> annotation.name().equals(Startup.class.getName()));
    }

    /** It would be made, and read all templates, in order to hear of the end; and then empty a cache. */
    @Enhancement(types = EngineProducer.class)
    public void notAtTheEnd(MethodConfig method) {
        method.parameters()
                .forEach(parameter -> parameter.removeAnnotation(
                        annotation -> annotation.name().equals(Observes.class.getName())));
    }
}
