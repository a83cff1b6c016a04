package counterpart.watch.http;

import counterpart.watch.AlertChannel;
import counterpart.watch.AlertException;
import counterpart.watch.AlertMessage;
import counterpart.watch.Attention;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts alerts as JSON: {@code version}, {@code kind}, {@code id}, {@code run}, {@code command}, {@code exitCode}
 * (null while the run is at work), {@code at}, {@code raised} and {@code resolved}. The address may hold a token, so no sentence names more than its host.
 */
public final class WebhookChannel implements AlertChannel {
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI url;
    private final Duration timeout;
    private final HttpClient client;

    /** @param timeout longest wait for the connection, and for the answer */
    public WebhookChannel(URI url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        // A redirect would carry the alerts to an address that nobody configured.
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public void send(AlertMessage message) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", message.id())
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(document(message))))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new AlertException("the webhook at " + url.getHost() + " answered " + status
                        + ", so it did not take the alerts; the next run tries again");
            }
        } catch (IOException e) {
            throw new AlertException(
                    "the webhook at " + url.getHost()
                            + " could not be reached or gave no answer in time; the next run tries again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertException("the run was stopped while it told the webhook; the next run tries again", e);
        }
    }

    private static Map<String, Object> document(AlertMessage message) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", VERSION);
        document.put("kind", "alerts");
        document.put("id", message.id());
        document.put("run", message.run().number());
        document.put("command", message.run().command());
        document.put("exitCode", message.run().isAtWork() ? null : message.run().exitCode());
        document.put("at", message.at().toString());
        document.put("raised", alerts(message.raised()));
        document.put("resolved", alerts(message.resolved()));
        return document;
    }

    private static List<Map<String, Object>> alerts(List<Attention> alerts) {
        return alerts.stream()
                .map(alert -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("alert", alert.kind().id());
                    one.put("meaning", alert.kind().meaning());
                    one.put("subject", alert.subject());
                    one.put("sentence", alert.sentence());
                    one.put("next", alert.next());
                    return one;
                })
                .toList();
    }
}
