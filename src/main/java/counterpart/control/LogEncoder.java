package counterpart.control;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import counterpart.finding.OneLine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/**
 * Writes an event as one line, whatever names stand in it: as text, or in one of the framework's JSON forms where
 * {@code logging.structured.format.file} names one. A failure's own text and stack are left out of text, for it may quote
 * what a partner sent; in JSON they are kept out by {@link #withoutFailure}.
 */
public final class LogEncoder extends EncoderBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final byte[] NOTHING = new byte[0];

    private String format = "";
    private @Nullable StructuredLogEncoder structured;

    /** @param format {@code ecs}, {@code gelf} or {@code logstash}; blank for text */
    public void setFormat(String format) {
        this.format = format;
    }

    @Override
    public void start() {
        // Before the framework starts nothing is logged to a file, and its JSON forms need its settings.
        if (!format.isBlank() && getContext().getObject(Environment.class.getName()) != null) {
            StructuredLogEncoder json = new StructuredLogEncoder();
            json.setContext(getContext());
            json.setFormat(format);
            json.setCharset(StandardCharsets.UTF_8);
            json.start();
            structured = json;
        }
        super.start();
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        return structured == null
                ? text(event).getBytes(StandardCharsets.UTF_8)
                : structured.encode(withoutFailure(event));
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    private static ILoggingEvent withoutFailure(ILoggingEvent event) {
        if (event.getThrowableProxy() == null) {
            return event;
        }
        LoggingEvent bare = new LoggingEvent();
        bare.setLevel(event.getLevel());
        bare.setLoggerName(event.getLoggerName());
        bare.setThreadName(event.getThreadName());
        bare.setTimeStamp(event.getTimeStamp());
        bare.setMessage(event.getFormattedMessage());
        bare.setMDCPropertyMap(event.getMDCPropertyMap());
        bare.setKeyValuePairs(event.getKeyValuePairs());
        return bare;
    }

    private static String text(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())));
        line.append(' ')
                .append(String.format(Locale.ROOT, "%-5s", event.getLevel()))
                .append(' ')
                .append(bareName(event.getLoggerName()));
        String message = event.getFormattedMessage();
        if (!message.isEmpty()) {
            line.append(' ').append(OneLine.of(message));
        }
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs != null) {
            pairs.forEach(pair -> line.append(' ').append(pair.key).append('=').append(value(pair.value)));
        }
        return line.append('\n').toString();
    }

    /** A value that holds blanks is quoted, so that the pairs of a line can be told apart. */
    private static String value(@Nullable Object value) {
        String text = OneLine.of(String.valueOf(value));
        return text.matches("[^\\s\"]+") ? text : '"' + text.replace("\"", "\\\"") + '"';
    }

    private static String bareName(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
