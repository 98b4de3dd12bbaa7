package gunbot.preflight.deploy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Renders a kustomization and reads what comes out against the model of the Kubernetes API: what it does not know fails. */
final class Kubernetes {
    static final Path ROOT = Path.of("k8s");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/Service", Service.class,
            "v1/PersistentVolumeClaim", PersistentVolumeClaim.class,
            "apps/v1/Deployment", Deployment.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
            "monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class,
            "monitoring.coreos.com/v1/PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class);

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // the model would put what it does not know aside
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            })
            .build();

    private static final Map<String, List<HasMetadata>> RENDERED = new ConcurrentHashMap<>();

    private Kubernetes() {}

    /** Whether there is a kubectl, which brings kustomize along. */
    static boolean isHere() {
        try {
            return run(List.of("kubectl", "version", "--client")).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The documents that a folder below {@code k8s} renders to. */
    static List<HasMetadata> render(String folder) {
        return RENDERED.computeIfAbsent(folder, Kubernetes::rendered);
    }

    private static List<HasMetadata> rendered(String folder) {
        var ended = run(List.of("kubectl", "kustomize", ROOT.resolve(folder).toString()));
        if (ended.exitCode() != 0) {
            throw new AssertionError(folder + ": " + ended.err());
        }
        return read(ended.out());
    }

    /** The documents of a text, each as the class of its kind. */
    static List<HasMetadata> read(String yaml) {
        var documents = new ArrayList<HasMetadata>();
        try (var values = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (values.hasNext()) {
                var document = values.next();
                var kind = document.path("apiVersion").asText() + "/"
                        + document.path("kind").asText();
                if (!KINDS.containsKey(kind)) {
                    throw new AssertionError("a kind that is not known here: " + kind);
                }
                documents.add(STRICT.treeToValue(document, KINDS.get(kind)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    static <T> T one(Class<T> kind, String name, List<HasMetadata> documents) {
        return documents.stream()
                .filter(kind::isInstance)
                .filter(document -> document.getMetadata().getName().equals(name))
                .map(kind::cast)
                .reduce((a, b) -> {
                    throw new AssertionError("two of " + name);
                })
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    private record Ended(int exitCode, String out, String err) {}

    private static Ended run(List<String> command) {
        try {
            var out = Files.createTempFile("manifests", ".out");
            var err = Files.createTempFile("manifests", ".err");
            try {
                var process = new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("it does not end: " + command);
                }
                return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
