package gunbot.preflight.command;

import gunbot.preflight.facts.State;
import gunbot.preflight.judge.Verdict;
import gunbot.preflight.report.KeyView;
import gunbot.preflight.report.ReportView;
import gunbot.preflight.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report as text for a terminal: marks as well as colours, so that nothing is told by colour alone. */
final class Table {
    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String GREY = "90";
    private static final String BOLD = "1";

    private final boolean colour;
    private final Texts texts;
    private final StringBuilder out = new StringBuilder();

    Table(boolean colour, Texts texts) {
        this.colour = colour;
        this.texts = texts;
    }

    String of(ReportView report) {
        var file = report.source().file() == null
                ? texts.get("table.nofile")
                : report.source().file();
        out.append(paint(colour(report.verdict()), mark(report.verdict()) + " " + word(report.verdict())))
                .append("  ")
                .append(texts.get("table.source", Map.of("file", file)))
                .append('\n');
        report.findings().forEach(this::finding);
        report.keys().forEach(this::key);
        return report.keys().isEmpty()
                ? out.toString()
                : out.append('\n').append(summary(report)).append('\n').toString();
    }

    private void key(KeyView key) {
        out.append('\n')
                .append(paint(colour(key.verdict()), mark(key.verdict())))
                .append(' ')
                .append(paint(BOLD, key.name()))
                .append("  ")
                .append(paint(colour(key.verdict()), word(key.verdict())))
                .append("  ")
                .append(paint(GREY, about(key)))
                .append('\n');
        if (key.requests() > 0) {
            out.append("    ")
                    .append(key.scopes().stream().map(this::scope).collect(Collectors.joining("  ")))
                    .append('\n');
            out.append("    ").append(paint(GREY, details(key))).append('\n');
        }
        key.findings().forEach(this::finding);
    }

    private String about(KeyView key) {
        var parts = new java.util.ArrayList<String>();
        parts.add(key.exchange());
        if (key.market() != null) {
            parts.add(key.market());
        }
        parts.add(texts.get("role." + key.role()));
        if (key.keyHint() != null) {
            parts.add("…" + key.keyHint());
        }
        if (!key.inUse() && key.verdict() != Verdict.NOT_CHECKED) {
            parts.add(texts.get("table.idle"));
        }
        return String.join(", ", parts);
    }

    private String scope(KeyView.ScopeView scope) {
        boolean wanted = scope.expected() == gunbot.preflight.exchange.Expectation.REQUIRED;
        boolean bad = wanted
                ? scope.state() == State.OFF
                : scope.expected() == gunbot.preflight.exchange.Expectation.FORBIDDEN && scope.state() == State.ON;
        var state = texts.get("state." + scope.state());
        var text = scope.scope() + " " + state + (bad ? "!" : "");
        return paint(bad ? RED : scope.state() == State.UNKNOWN ? YELLOW : wanted ? GREEN : GREY, text);
    }

    private String details(KeyView key) {
        var addresses = key.ipRestriction().addresses();
        var ip = texts.get("table.ip." + key.ipRestriction().state())
                + (addresses.isEmpty() ? "" : " (" + String.join(", ", addresses) + ")");
        var expiry = texts.get(
                "table.expiry." + key.expiry().state(),
                Map.of("date", String.valueOf(key.expiry().at())));
        var clock = key.clockSkewMs() == null
                ? texts.get("table.clock.unknown")
                : texts.get("table.clock", Map.of("skew", "%+d".formatted(key.clockSkewMs())));
        var requests = key.requests() == 1
                ? texts.get("table.requests.one")
                : texts.get("table.requests", Map.of("requests", String.valueOf(key.requests())));
        return String.join(" · ", List.of(ip, expiry, clock, requests));
    }

    private void finding(ReportView.FindingView finding) {
        var colour =
                switch (finding.severity()) {
                    case "BLOCKER" -> RED;
                    case "INFO" -> GREY;
                    default -> YELLOW;
                };
        out.append("    ")
                .append(paint(
                        colour,
                        finding.severity().equals("UNKNOWN")
                                ? "? "
                                : finding.severity().equals("INFO") ? "i " : "! "))
                .append(paint(colour, finding.code()))
                .append("  ")
                .append(finding.message());
        if (!finding.evidence().isEmpty()) {
            out.append(paint(GREY, " [" + finding.evidence() + "]"));
        }
        out.append('\n');
        if (!finding.remedy().isEmpty()) {
            out.append("      → ").append(finding.remedy()).append('\n');
        }
    }

    private String summary(ReportView report) {
        return report.summary().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> paint(colour(count.getKey()), count(count.getKey(), count.getValue())))
                .collect(Collectors.joining(", "));
    }

    private String count(Verdict verdict, int keys) {
        return texts.get("table.count", Map.of("verdict", word(verdict), "count", String.valueOf(keys)));
    }

    private String word(Verdict verdict) {
        return texts.get("verdict." + verdict);
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case READY -> "✓";
            case ATTENTION -> "!";
            case NOT_READY -> "✗";
            case UNKNOWN -> "?";
            case NOT_CHECKED -> "-";
        };
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case READY -> GREEN;
            case ATTENTION, UNKNOWN -> YELLOW;
            case NOT_READY -> RED;
            case NOT_CHECKED -> GREY;
        };
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
