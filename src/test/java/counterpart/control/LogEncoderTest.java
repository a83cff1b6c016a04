package counterpart.control;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import counterpart.finding.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event is one line, whatever stands in it. */
class LogEncoderTest {
    private static final String FORGED =
            "claims\r\n2026-11-22T02:00:00.000Z INFO  Audit act=\"released\" \u001b[32mok\u001b[0m";

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_name_can_neither_begin_a_line_nor_colour_it() {
        String line = text(event("taken", new KeyValuePair("name", FORGED)));

        assertThat(line)
                .isEqualTo("2026-11-22T12:00:00.000Z INFO  TakeCustody taken"
                        + " name=\"claims\\u000d\\u000a2026-11-22T02:00:00.000Z INFO  Audit act=\\\"released\\\""
                        + " \\u001b[32mok\\u001b[0m\"\n");
    }

    @Test
    void separators_and_marks_of_direction_are_written_out() {
        assertThat(OneLine.of("a\u0085b\u2028c\u2029d\u202Ee\u0007f"))
                .isEqualTo("a\\u0085b\\u2028c\\u2029d\\u202ee\\u0007f");
        assertThat(OneLine.of("Zoë Müller–O'Brien.txt")).isEqualTo("Zoë Müller–O'Brien.txt");
    }

    @Test
    void the_text_of_a_failure_stays_out() {
        LoggingEvent event = event("command failed");
        event.setThrowableProxy(
                new ch.qos.logback.classic.spi.ThrowableProxy(new IllegalStateException("could not convert 'GARCIA'")));

        assertThat(text(event)).doesNotContain("GARCIA");
        assertThat(json("logstash", event)).doesNotContain("GARCIA").contains("command failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void json_is_one_object_a_line_with_the_pairs_as_keys(String format) {
        String line = json(format, event("taken", new KeyValuePair("name", FORGED), new KeyValuePair("ms", 17)));

        assertThat(line).endsWith("\n").doesNotContain("\u001b");
        assertThat(line.strip().lines()).hasSize(1);
        JsonNode object = JsonMapper.builder().build().readTree(line);
        assertThat(object.toString()).contains("taken").contains("ms\":17").contains("claims\\r\\n2026");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void any_text_makes_one_line(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder name = new StringBuilder();
            random.ints(random.nextInt(20), 0, 0x2100).forEach(name::appendCodePoint);
            String line = text(event(name.toString(), new KeyValuePair("name", name)));
            assertThat(line.chars().filter(Character::isISOControl).toArray())
                    .as("seed %d, text %d", seed, i)
                    .containsExactly('\n');
        }
    }

    private String text(LoggingEvent event) {
        return encoded("", event);
    }

    private String json(String format, LoggingEvent event) {
        context.putObject(Environment.class.getName(), new StandardEnvironment());
        return encoded(format, event);
    }

    private String encoded(String format, LoggingEvent event) {
        LogEncoder encoder = new LogEncoder();
        encoder.setContext(context);
        encoder.setFormat(format);
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    private LoggingEvent event(String message, KeyValuePair... pairs) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContextRemoteView(context.getLoggerContextRemoteView());
        event.setLevel(Level.INFO);
        event.setLoggerName("counterpart.receive.batch.TakeCustody");
        event.setThreadName("main");
        event.setTimeStamp(java.time.Instant.parse("2026-11-22T12:00:00Z").toEpochMilli());
        event.setMessage(message);
        event.setMDCPropertyMap(java.util.Map.of());
        event.setKeyValuePairs(List.of(pairs));
        return event;
    }
}
