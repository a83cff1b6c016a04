package counterpart.operate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that takes webhooks and answers as it is told. */
final class Hooks implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger answer = new AtomicInteger(204);
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    Hooks() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (answer.get() < 300) {
            taken.add(JsonMapper.shared().readTree(body));
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        exchange.sendResponseHeaders(answer.get(), -1);
        exchange.close();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/T0/a-token";
    }

    void answer(int status) {
        answer.set(status);
    }

    /** What was posted and taken, in order. */
    List<JsonNode> taken() {
        return taken;
    }

    List<String> keys() {
        return keys;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
