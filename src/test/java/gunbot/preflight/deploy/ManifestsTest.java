package gunbot.preflight.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gunbot.preflight.settings.KnownNames;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests below k8s say, rendered as kubectl would apply them. */
class ManifestsTest {
    private static final Set<Integer> GUNBOTS_PORTS = Set.of(3000, 3001, 5000, 5001, 5002);

    @BeforeAll
    static void kubectl() {
        assumeTrue(Kubernetes.isHere(), "kubectl is not on the path: the manifests are not rendered, so not checked");
    }

    static Stream<String> folders() throws IOException {
        try (var overlays = Files.list(Kubernetes.ROOT.resolve("overlays"))) {
            return Stream.concat(
                    Stream.of("base"),
                    overlays.map(path -> "overlays/" + path.getFileName()).sorted())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {apiVersion: v1, kind: Service, metadata: {name: a}, specs: {}}                               | specs
                    {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{prt: 1}]}}               | prt
                    {apiVersion: v1, kind: Service, kind: Service, metadata: {name: a}}                           | Duplicate
                    {apiVersion: v1, kind: Service, metadata: {name: a}, spec: {publishNotReadyAddresses: maybe}} | maybe
                    {apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: a}, spec: {endpoint: []}} | endpoint
                    """)
    void mistake_notRead(String yaml, String named) {
        assertThatThrownBy(() -> Kubernetes.read(yaml)).hasMessageContaining(named);
    }

    @Test
    void kustomizationThatNamesWhatIsNotThere_notRendered(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [nowhere.yaml]\n");

        assertThatThrownBy(() -> Kubernetes.render(folder.toAbsolutePath().toString()))
                .hasMessageContaining("nowhere.yaml");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_oneBot_neverTwo_andNoAccessToTheApi(String folder) {
        var deployment = deployment(Kubernetes.render(folder));
        var pod = deployment.getSpec().getTemplate().getSpec();

        assertThat(deployment.getSpec().getReplicas()).isEqualTo(1);
        assertThat(deployment.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(deployment.getSpec().getProgressDeadlineSeconds()).isGreaterThan(86_400);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getServiceAccountName()).isNull();
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getSecurityContext().getFsGroup()).isNull();
        assertThat(all(deployment))
                .extracting(Container::getReadinessProbe)
                .as("a readiness probe would take Gunbot's page away")
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_ourContainersAreRestricted(String folder) {
        assertThat(ours(deployment(Kubernetes.render(folder)))).isNotEmpty().allSatisfy(container -> {
            var context = container.getSecurityContext();
            assertThat(context.getRunAsNonRoot()).isTrue();
            assertThat(context.getRunAsUser()).isPositive();
            assertThat(context.getReadOnlyRootFilesystem()).isTrue();
            assertThat(context.getAllowPrivilegeEscalation()).isFalse();
            assertThat(context.getPrivileged()).isNull();
            assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
            assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsOnlyKeys("memory");
        });
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_ourContainersWriteOnlyToTheirState_andReadTheFolderAsGunbotsUser(String folder) {
        var deployment = deployment(Kubernetes.render(folder));
        var gunbot = container("gunbot", all(deployment).stream());

        assertThat(ours(deployment)).allSatisfy(container -> {
            assertThat(container.getVolumeMounts())
                    .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .extracting(VolumeMount::getMountPath)
                    .containsExactly("/state");
            assertThat(container.getVolumeMounts())
                    .filteredOn(mount -> mount.getMountPath().equals("/data"))
                    .singleElement()
                    .satisfies(mount -> {
                        assertThat(mount.getSubPath()).isNull();
                        assertThat(mount.getName())
                                .isEqualTo(gunbot.getVolumeMounts().get(0).getName());
                    });
            assertThat(value("PREFLIGHT_STATE_DIR", container)).isEqualTo("/state");
            assertThat(container.getSecurityContext().getRunAsUser()).hasToString(value("PUID", gunbot));
            assertThat(container.getSecurityContext().getRunAsGroup()).hasToString(value("PGID", gunbot));
        });
        assertThat(volume("preflight-state", deployment).getEmptyDir().getSizeLimit())
                .isEqualTo(new Quantity("5Mi"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_namesOfSettingsAreKnown_andNoPortIsGunbots(String folder) {
        var documents = Kubernetes.render(folder);

        assertThat(ours(deployment(documents))).allSatisfy(container -> {
            var names = container.getEnv().stream().map(EnvVar::getName).collect(Collectors.toSet());
            assertThat(KnownNames.problems(List.of(), names)).isEmpty();
            assertThat(names).allMatch(name -> name.startsWith("PREFLIGHT_") || name.equals("QUARKUS_HTTP_HOST"));
            assertThat(container.getPorts()).noneMatch(port -> GUNBOTS_PORTS.contains(port.getContainerPort()));
        });
        // a Service called preflight-… would set variables that stop the start
        assertThat(documents)
                .filteredOn(Service.class::isInstance)
                .extracting(service -> service.getMetadata().getName())
                .noneMatch(name -> name.startsWith("preflight"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_imagesComeFromOnePlace_andAreNoLatestOnes(String folder) {
        var deployment = deployment(Kubernetes.render(folder));

        assertThat(ours(deployment))
                .extracting(Container::getImage)
                .containsOnly("registry.example/gunbot-preflight:0.1.0");
        assertThat(container("gunbot", all(deployment).stream()).getImage()).isEqualTo("registry.example/gunbot:30");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_namespaceIsBaseline_andEverythingIsInIt(String folder) {
        var documents = Kubernetes.render(folder);

        assertThat(Kubernetes.one(Namespace.class, "gunbot", documents)
                        .getMetadata()
                        .getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "baseline");
        assertThat(documents)
                .filteredOn(document -> !(document instanceof Namespace))
                .extracting(document -> document.getMetadata().getNamespace())
                .containsOnly("gunbot");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_ourServiceHasAddressesWhileTheGateIsShut_andNumericPorts(String folder) {
        var documents = Kubernetes.render(folder);
        var service = Kubernetes.one(Service.class, "gunbot-preflight", documents);

        assertThat(service.getSpec().getPublishNotReadyAddresses()).isTrue();
        assertThat(service.getSpec().getPorts())
                .extracting(port -> port.getTargetPort())
                .contains(new IntOrString(9000))
                .allMatch(port -> port.getIntVal() != null);
        assertThat(deployment(documents).getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(service.getSpec().getSelector());
    }

    @Test
    void base_sidecarIsTheGate() {
        var deployment = deployment(Kubernetes.render("base"));
        var pod = deployment.getSpec().getTemplate().getSpec();
        var sidecar = container("preflight", pod.getInitContainers().stream());

        assertThat(pod.getContainers()).extracting(Container::getName).containsExactly("gunbot");
        assertThat(sidecar.getRestartPolicy()).isEqualTo("Always");
        assertThat(sidecar.getArgs()).isNullOrEmpty();
        assertProbe(sidecar.getStartupProbe(), "/q/health/started");
        assertThat(sidecar.getStartupProbe().getPeriodSeconds()).isEqualTo(5);
        assertThat(sidecar.getStartupProbe().getFailureThreshold()).isEqualTo(17_280);
        assertProbe(sidecar.getLivenessProbe(), "/q/health/live");
        // without a token 8090 stays on the pod's loopback
        assertThat(sidecar.getEnv()).extracting(EnvVar::getName).containsExactly("PREFLIGHT_STATE_DIR");
    }

    @Test
    void before129_waitIsTheGate_andAnOrdinaryContainerServes() {
        var pod = deployment(Kubernetes.render("overlays/before-1.29"))
                .getSpec()
                .getTemplate()
                .getSpec();
        var waits = pod.getInitContainers().get(0);
        var serves = container("preflight", pod.getContainers().stream());

        assertThat(pod.getInitContainers()).hasSize(1);
        assertThat(waits.getArgs()).containsExactly("wait");
        assertThat(waits.getRestartPolicy()).isNull();
        assertThat(waits.getStartupProbe()).isNull();
        assertThat(waits.getLivenessProbe()).isNull();
        assertThat(pod.getContainers()).extracting(Container::getName).containsExactlyInAnyOrder("gunbot", "preflight");
        assertThat(serves.getArgs()).isNullOrEmpty();
        assertThat(serves.getStartupProbe()).isNull();
        assertProbe(serves.getLivenessProbe(), "/q/health/live");
        // the one tells the other that the gate has opened
        assertThat(waits.getVolumeMounts()).isEqualTo(serves.getVolumeMounts());
        assertThat(waits.getSecurityContext()).isEqualTo(serves.getSecurityContext());
        assertThat(waits.getResources()).isEqualTo(serves.getResources());
    }

    @Test
    void secrets_areFiles_neverVariables_andOnlyOursMountsThem() {
        var documents = Kubernetes.render("overlays/secrets");
        var deployment = deployment(documents);
        var sidecar = container("preflight", all(deployment).stream());

        assertThat(documents).extracting(HasMetadata::getKind).doesNotContain("Secret");
        assertThat(sidecar.getEnv())
                .allMatch(variable -> variable.getValueFrom() == null)
                .filteredOn(variable -> variable.getName().startsWith("PREFLIGHT_KEYS__"))
                .isNotEmpty()
                .allMatch(variable -> variable.getName().endsWith("_FILE")
                        && variable.getValue().startsWith("/keys/"));
        assertThat(value("PREFLIGHT_ACCESS_TOKEN_FILE", sidecar)).isEqualTo("/token/token");
        assertThat(value("QUARKUS_HTTP_HOST", sidecar)).isEqualTo("0.0.0.0");
        for (var name : List.of("keys", "token")) {
            // root's files, which our user must be able to read
            assertThat(volume(name, deployment).getSecret().getDefaultMode()).isEqualTo(0444);
            assertThat(container("gunbot", all(deployment).stream()).getVolumeMounts())
                    .noneMatch(mount -> mount.getName().equals(name));
        }
        assertThat(Kubernetes.one(Service.class, "gunbot-preflight", documents)
                        .getSpec()
                        .getPorts())
                .extracting(port -> port.getPort())
                .containsExactlyInAnyOrder(9000, 8090);
    }

    @Test
    void monitoring_findsTheServiceByItsLabelAndPort() {
        var documents = Kubernetes.render("overlays/monitoring");
        var service = Kubernetes.one(Service.class, "gunbot-preflight", documents);
        var monitor = Kubernetes.one(ServiceMonitor.class, "gunbot-preflight", documents)
                .getSpec();

        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSelector().getMatchLabels());
        assertThat(monitor.getEndpoints()).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            assertThat(service.getSpec().getPorts())
                    .extracting(port -> port.getName())
                    .contains(endpoint.getPort());
        });
    }

    @Test
    void networkPolicy_isForThePod_andLetsOutWhatGunbotNeeds() {
        var documents = Kubernetes.render("overlays/network-policy");
        var policy = Kubernetes.one(NetworkPolicy.class, "gunbot", documents).getSpec();

        assertThat(deployment(documents).getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(policy.getPodSelector().getMatchLabels());
        assertThat(policy.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(policy.getEgress().stream()
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(port -> port.getProtocol() + " " + port.getPort().getIntVal()))
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 443", "TCP 9443", "TCP 993");
        assertThat(policy.getEgress().get(1).getTo().get(0).getIpBlock().getExcept())
                .contains("169.254.0.0/16", "10.0.0.0/8");
        assertThat(policy.getIngress().stream()
                        .filter(rule -> rule.getFrom() == null || rule.getFrom().isEmpty())
                        .flatMap(rule -> rule.getPorts().stream())
                        .map(port -> port.getPort().getIntVal()))
                .as("open to everybody: Gunbot's own ports alone")
                .allMatch(GUNBOTS_PORTS::contains);
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString(9000));
        assertThat(probe.getTimeoutSeconds()).isEqualTo(3);
    }

    private static Deployment deployment(List<HasMetadata> documents) {
        return Kubernetes.one(Deployment.class, "gunbot", documents);
    }

    private static List<Container> all(Deployment deployment) {
        var pod = deployment.getSpec().getTemplate().getSpec();
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .toList();
    }

    private static List<Container> ours(Deployment deployment) {
        return all(deployment).stream()
                .filter(container -> container.getName().startsWith("preflight"))
                .toList();
    }

    private static Container container(String name, Stream<Container> containers) {
        return containers
                .filter(container -> container.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String value(String name, Container container) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Volume volume(String name, Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
