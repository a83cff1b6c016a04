package counterpart.watch.metrics;

import counterpart.control.AtomicFile;
import counterpart.watch.AlertReport;
import counterpart.watch.Standing;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpHttpMetricsSender;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hands the metrics of a standing to collectors. */
public final class Metrics {
    private Metrics() {}

    /** Replaces a text file in the Prometheus form, as node_exporter's textfile collector reads it. */
    public static void write(Path file, Standing standing, AlertReport alerts) {
        AtomicFile.replace(file, text(standing, alerts).getBytes(StandardCharsets.UTF_8));
    }

    static String text(Standing standing, AlertReport alerts) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try {
            new StandingMeters(registry).register(standing, alerts);
            return registry.scrape();
        } finally {
            registry.close();
        }
    }

    /** Sends the metrics once to a collector of the OpenTelemetry form; a collector that fails is said in the log. */
    public static void push(URI url, Duration timeout, Standing standing, AlertReport alerts) {
        OtlpMeterRegistry registry = OtlpMeterRegistry.builder(new Once(url))
                .metricsSender(new OtlpHttpMetricsSender(new HttpUrlConnectionSender(timeout, timeout)))
                .build();
        new StandingMeters(registry).register(standing, alerts);
        registry.close(); // which sends what there is
    }

    /** Settings of a registry that sends when it is closed and at no other time. */
    private record Once(URI address) implements OtlpConfig {
        @Override
        public @Nullable String get(String key) {
            return null;
        }

        @Override
        public String url() {
            return address.toString();
        }

        @Override
        public Duration step() {
            return Duration.ofDays(1);
        }

        @Override
        public Map<String, String> resourceAttributes() {
            return Map.of("service.name", "counterpart");
        }
    }
}
