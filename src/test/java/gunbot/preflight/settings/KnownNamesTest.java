package gunbot.preflight.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    @Test
    void everySettingOfTheInterface_isKnown() {
        assertThat(KnownNames.problems(names(Settings.class, "preflight"), Set.of()))
                .isEmpty();
    }

    @Test
    void everySettingThatTheInterfaceLacks_isUnknown() {
        assertThat(KnownNames.problems(List.of("preflight.gate", "preflight.", "preflight.probe.x"), Set.of()))
                .hasSize(3);
    }

    @Test
    void namedSettings_quotedOrPlain_areKnown() {
        assertThat(KnownNames.problems(
                        List.of(
                                "preflight.keys.\"bitget#2\".secret-file",
                                "preflight.keys.binance.key",
                                "preflight.exchange.\"binance-futures\".origin",
                                "preflight.entry.\"a.b\".accept"),
                        Set.of()))
                .isEmpty();
    }

    @Test
    void namedSettingMistyped_suggestsTheField() {
        assertThat(KnownNames.problems(List.of("preflight.keys.\"a.b\".passphrse"), Set.of()))
                .containsExactly(
                        "unknown setting preflight.keys.\"a.b\".passphrse; did you mean preflight.keys.\"a.b\".passphrase?");
    }

    @Test
    void variables_ofSettingsAndNamedOnes_areKnown() {
        assertThat(KnownNames.problems(
                        List.of("preflight.keys.\"bitget.2\".secret", "preflight.policy.withdraw.unknown"),
                        Set.of(
                                "PREFLIGHT_POLICY_WITHDRAW_UNKNOWN",
                                "PREFLIGHT_KEYS__BITGET_2__SECRET",
                                "PREFLIGHT_EXCHANGE__BINANCE__ORIGIN",
                                "PREFLIGHT_ENTRY__BITGET_2__GATE",
                                "HOME")))
                .isEmpty();
    }

    @Test
    void otherProperties_areNotOurs() {
        assertThat(KnownNames.problems(List.of("quarkus.http.port", "preflightx.y"), Set.of("PREFLIGHTX")))
                .isEmpty();
    }

    private static List<String> names(Class<?> group, String prefix) {
        var names = new ArrayList<String>();
        for (Method method : group.getDeclaredMethods()) {
            var own = method.getAnnotation(WithName.class);
            var name = prefix + "."
                    + (own == null
                            ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)
                            : own.value());
            if (method.getReturnType().isInterface()
                    && method.getReturnType().getName().startsWith(Settings.class.getName() + "$")) {
                names.addAll(names(method.getReturnType(), name));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    @Test
    void variable_isWrittenAsTheFrameworkReadsIt_aLineForEverySign() {
        var name = "preflight.keys.\"clé-ß#2\".client-id";

        assertThat(KnownNames.variable(name))
                .isEqualTo(StringUtil.replaceNonAlphanumericByUnderscores(name).toUpperCase(Locale.ROOT))
                .isEqualTo("PREFLIGHT_KEYS__CL____2__CLIENT_ID");
    }
}
