package gunbot.preflight.metrics;

import gunbot.preflight.check.CheckListener;
import gunbot.preflight.check.Checks;
import gunbot.preflight.gate.Gate;
import gunbot.preflight.report.Report;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * The gauges at {@code /q/metrics}. Each reads its number from the last report when it is asked, so that all change at once
 * and none is missing for a moment; gauges of keys that are no more go away.
 */
@ApplicationScoped
public class Metrics implements CheckListener {
    private static final Logger LOG = Logger.getLogger(Metrics.class);

    private final MeterRegistry registry;
    private final Gate gate;
    private final Map<Metric, MultiGauge> gauges = new EnumMap<>(Metric.class);
    private volatile Map<Row, Double> now = Map.of();
    private boolean complained;

    public Metrics(MeterRegistry registry, Gate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    /** Tells of the gate, and of every report from now on. */
    public void start(Checks checks) {
        start();
        checks.listen(this);
    }

    void start() {
        for (var metric : Metric.values()) {
            if (metric == Metric.GATE_OPEN) {
                Gauge.builder(metric.title(), gate, g -> g.state().open() ? 1 : 0)
                        .description(metric.help())
                        .strongReference(true)
                        .register(registry);
            } else {
                gauges.put(
                        metric,
                        MultiGauge.builder(metric.title())
                                .description(metric.help())
                                .register(registry));
            }
        }
    }

    @Override
    public synchronized void report(Report report) {
        now = Map.copyOf(Rows.of(report, now));
        var byMetric = now.keySet().stream().collect(Collectors.groupingBy(Row::metric));
        gauges.forEach((metric, gauge) -> gauge.register(rows(byMetric.getOrDefault(metric, List.of()))));
        if (report.keys().size() > Rows.MOST_KEYS && !complained) {
            complained = true;
            LOG.warnf("there are %d keys: the metrics tell of %d", report.keys().size(), Rows.MOST_KEYS);
        }
    }

    private List<MultiGauge.Row<?>> rows(List<Row> rows) {
        var gauges = new ArrayList<MultiGauge.Row<?>>(rows.size());
        for (var row : rows) {
            gauges.add(MultiGauge.Row.of(tags(row), row, r -> now.getOrDefault(r, Double.NaN)));
        }
        return gauges;
    }

    private static Tags tags(Row row) {
        var labels = row.metric().labels();
        return Tags.of(IntStream.range(0, labels.size())
                .mapToObj(i -> Tag.of(labels.get(i), row.values().get(i)))
                .toList());
    }
}
