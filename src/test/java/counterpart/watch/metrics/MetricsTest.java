package counterpart.watch.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import counterpart.watch.AlertReport;
import counterpart.watch.StandingExample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text is what Prometheus reads (its exposition format, version 0.0.4), and the page names every metric. */
class MetricsTest {
    private static final Path DOC = Path.of("docs/operations.md");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? ([+-]?(?:\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|Inf)|NaN)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");
    private static final Set<String> LABELS =
            Set.of("command", "job", "step", "state", "partner", "feed", "edit", "partnership", "category", "alert");

    @TempDir
    private Path folder;

    @Test
    void every_line_is_a_sample_or_says_what_the_next_ones_are() throws IOException {
        Map<String, String> samples = parsed(written());

        assertThat(samples)
                .containsEntry("counterpart_rows{feed=ledger,partner=cascadia,state=in}", "219.0")
                .containsEntry("counterpart_rows{feed=ledger,partner=cascadia,state=rejected}", "2.0")
                .containsEntry("counterpart_findings{edit=E-103,feed=ledger,partner=cascadia}", "2.0")
                .containsEntry("counterpart_run_duration_seconds{command=nightly}", "70.0")
                .containsEntry("counterpart_run_exit_code{command=nightly}", "20.0")
                .containsEntry("counterpart_run_last_success_timestamp_seconds{command=nightly}", "1.79533267E9")
                .containsEntry("counterpart_step_duration_seconds{job=intake,step=settleFile}", "1.25")
                .containsEntry("counterpart_feed_held_files{feed=ledger,partner=cascadia}", "1.0")
                .containsEntry("counterpart_feed_late_files{feed=claims,partner=meridian}", "1.0")
                .containsEntry("counterpart_feed_missing_files{feed=claims,partner=meridian}", "2.0")
                .containsEntry("counterpart_breaks_open{category=AMOUNT_DIFF,partnership=cascadia-meridian}", "2.0")
                .containsEntry("counterpart_deliveries{state=uncertain}", "1.0")
                .containsEntry("counterpart_needs_person{alert=CP-A01}", "1.0")
                .containsEntry("counterpart_needs_person{alert=CP-A05}", "0.0")
                .containsEntry("counterpart_disk_free_bytes", String.valueOf((double) (50L << 30)));
    }

    @Test
    void the_page_lists_every_metric_with_its_labels_and_no_other() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String sample : parsed(written()).keySet()) {
            String name = sample.replaceFirst("\\{.*", "");
            String labels = sample.contains("{")
                    ? sample.replaceFirst(".*\\{", "")
                            .replace("}", "")
                            .replaceAll("=[^,]*", "")
                            .replace(",", ", ")
                    : "";
            written.add("`" + name + "` | " + labels);
        }
        Set<String> documented = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| (`counterpart_\\w+` \\| [a-z, ]*?) ?\\|")
                .matcher(Files.readString(DOC));
        while (row.find()) {
            documented.add(row.group(1));
        }
        assertThat(documented).isEqualTo(written);
    }

    @Test
    void a_collector_of_the_other_form_gets_them_once() throws IOException {
        AtomicReference<String> got = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/metrics", exchange -> {
            got.accumulateAndGet(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1), String::concat);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics");
            Metrics.push(url, Duration.ofSeconds(10), StandingExample.aNight(), AlertReport.NONE);
        } finally {
            server.stop(0);
        }
        assertThat(got.get()).containsOnlyOnce("counterpart.disk.free").contains("counterpart.rows", "cascadia");
    }

    private List<String> written() throws IOException {
        Path file = folder.resolve("deep/counterpart.prom");
        Metrics.write(file, StandingExample.aNight(), AlertReport.NONE);
        String text = Files.readString(file);
        assertThat(text).endsWith("\n");
        return text.lines().toList();
    }

    /** A strict reader of the format: HELP and TYPE before the samples of a name, each name in one place, no label twice. */
    private static Map<String, String> parsed(List<String> lines) {
        Map<String, String> samples = new TreeMap<>();
        Set<String> ended = new HashSet<>();
        String helped = "";
        String typed = "";
        for (String line : lines) {
            if (line.startsWith("# HELP ")) {
                ended.add(typed);
                helped = line.split(" ", 4)[2];
                assertThat(line.split(" ", 4)).hasSize(4);
            } else if (line.startsWith("# TYPE ")) {
                assertThat(line).isEqualTo("# TYPE " + helped + " gauge");
                assertThat(ended).doesNotContain(helped);
                typed = helped;
            } else {
                Matcher sample = SAMPLE.matcher(line);
                assertThat(sample.matches()).as(line).isTrue();
                assertThat(sample.group(1)).isEqualTo(typed);
                Map<String, String> labels = labels(sample.group(2));
                String key = typed + (labels.isEmpty() ? "" : labels.toString().replace(", ", ","));
                assertThat(samples.put(key, sample.group(3))).as(key).isNull();
            }
        }
        return samples;
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text == null) {
            return labels;
        }
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (end < text.length() && label.find(end) && label.start() == end) {
            assertThat(LABELS).contains(label.group(1));
            assertThat(labels.put(label.group(1), label.group(2))).isNull();
            end = label.end();
        }
        assertThat(end).as(text).isEqualTo(text.length());
        return labels;
    }
}
