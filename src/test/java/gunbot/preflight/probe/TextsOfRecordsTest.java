package gunbot.preflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import gunbot.preflight.exchange.Exchange;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The text that Java makes of a record holds all its values. Records that hold secrets, or others that do, have words of
 * their own: each is made here with a marker for a secret, and no text of any shows it.
 */
class TextsOfRecordsTest {
    private static final String MARKER = "MarkerOfASecret";
    private static final Pattern TELLING =
            Pattern.compile("(?i).*(secret|passphrase|credential|clientId|signature|signing).*");

    /** Where secrets are held, what is made from them, and what an exchange may have put them into. */
    private static final Set<String> SECRETS = Set.of(
            "Credentials.key",
            "Credentials.secret",
            "Credentials.passphrase",
            "Credentials.clientId",
            "Entry.passphrase",
            "Entry.clientId",
            "Pair.key",
            "Pair.secret",
            "Given.key",
            "Given.secret",
            "Given.passphrase",
            "Given.clientId",
            "NashBundle.signingKey",
            "NashBundle.shares",
            "Signature.headers",
            "Signature.query",
            "Signature.form",
            "Signature.secrets",
            "Request.uri",
            "Request.body",
            "Answer.headers",
            "Answer.body",
            "Post.address",
            "Input.secrets",
            "Reading.secrets",
            "Config.secrets",
            "Text.text");

    /** They sound like secrets, and are none: what kinds there are, and where a key came from. */
    private static final Set<String> NONE =
            Set.of("Listing.credentials", "KeyView.credentials", "GuideView.credentials");

    private static final int DEEPEST = 6; // some records hold their like

    private int deep;
    private final Set<String> filled = new TreeSet<>();

    @Test
    void noRecord_showsASecretInItsText() throws Exception {
        var records = records();
        assertThat(records).hasSizeGreaterThan(50);
        var showing = new TreeSet<String>();
        for (var type : records) {
            if (String.valueOf(make(type, false)).contains(MARKER)) {
                showing.add(type.getName());
            }
        }
        assertThat(showing).isEmpty();
        assertThat(filled).as("each of them was filled in").isEqualTo(new TreeSet<>(SECRETS));
    }

    @Test
    void componentThatSoundsLikeASecret_isKnownHere() throws Exception {
        var others = records().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(component ->
                                TELLING.matcher(component.getName()).matches())
                        .filter(component -> !component.getType().isRecord())
                        .map(TextsOfRecordsTest::name))
                .filter(name -> !SECRETS.contains(name) && !NONE.contains(name));

        assertThat(others).isEmpty();
    }

    private static List<? extends Class<?>> records() throws URISyntaxException, IOException {
        var classes = Path.of(Exchange.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var sources = Path.of("src", "main", "java"); // tests may lie beside the program's own classes
        try (var files = Files.walk(classes.resolve("gunbot/preflight"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> Files.exists(sources.resolve(name.replaceAll("\\$.*", "") + ".java")))
                    .map(name -> load(name.replaceAll("[/\\\\]", ".")))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private Object make(Type type, boolean secret) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), secret);
        }
        if (!(type instanceof Class<?> plain)) {
            return null;
        }
        if (plain.isRecord()) {
            deep++;
            var made = deep > DEEPEST ? null : record(plain);
            deep--;
            return made;
        }
        if (plain.isSealed()) {
            return make(
                    Arrays.stream(plain.getPermittedSubclasses())
                            .filter(Class::isRecord)
                            .findFirst()
                            .orElse(null),
                    secret);
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return value(plain, secret);
    }

    private Object many(Class<?> raw, Type[] of, boolean secret) throws ReflectiveOperationException {
        if (Map.class.isAssignableFrom(raw)) {
            var key = make(of[0], secret);
            var value = make(of[1], secret);
            return key == null || value == null ? Map.of() : Map.of(key, value);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var one = make(of[0], secret);
            return raw == Set.class ? (one == null ? Set.of() : Set.of(one)) : one == null ? List.of() : List.of(one);
        }
        return raw == Optional.class ? Optional.ofNullable(make(of[0], secret)) : null;
    }

    private static Object value(Class<?> plain, boolean secret) {
        return switch (plain.getName()) {
            case "java.lang.String" -> secret ? MARKER : "text";
            case "java.net.URI" -> URI.create("https://text.invalid/" + (secret ? MARKER : ""));
            case "java.time.Instant" -> Instant.EPOCH;
            case "java.time.Duration" -> Duration.ofSeconds(1);
            case "int" -> 1;
            case "long" -> 1L;
            case "boolean" -> true;
            case "double" -> 1.0;
            case "[B" -> new byte[0];
            default -> null;
        };
    }

    /** Null where its constructor wants more than any value: such a one must hold no secret. */
    private Object record(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            boolean secret = SECRETS.contains(name(components[i]));
            values[i] = make(components[i].getGenericType(), secret);
            if (type.getSimpleName().equals("Signature")) { // it takes one parameter, and no hole but those for signing
                values[i] = values[i] instanceof Map<?, ?> && !secret
                        ? Map.of()
                        : values[i] instanceof String ? "a=" + values[i] : values[i];
            }
            if (secret && String.valueOf(values[i]).contains(MARKER)) {
                filled.add(name(components[i]));
            }
        }
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            assertThat(components).as(type.getName()).noneMatch(component -> SECRETS.contains(name(component)));
            return null;
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Exchange.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
