package io.openintegration.daemon.connectors.lineage.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openintegration.daemon.testing.Gate;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** An HTTP server that takes events, behind a cable that can be cut. */
final class LineageEndpoint implements AutoCloseable {

    /** A request that came. */
    record Asked(String method, String path, String authorization, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Gate gate = new Gate();
    private final HttpServer server;
    private final TcpProxy proxy;
    private volatile ToIntFunction<String> answers = event -> 201;
    private volatile boolean slow;

    LineageEndpoint() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        proxy = new TcpProxy("127.0.0.1", server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            int status = answers.applyAsInt(body);
            if (status / 100 == 3) {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + proxy.port() + "/elsewhere");
            }
            if (slow) {
                // headers, and then a body that does not end
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                gate.awaitStubbornly();
            } else {
                exchange.sendResponseHeaders(status, -1);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + proxy.port();
    }

    TcpProxy cable() {
        return proxy;
    }

    /** From now on it answers to a body with that status. */
    void answer(ToIntFunction<String> statuses) {
        answers = statuses;
    }

    /** From now on its answers do not end. */
    void drag() {
        slow = true;
    }

    List<Asked> asked() {
        return asked;
    }

    /** The bodies that it took, in order. */
    List<String> taken() {
        return asked.stream()
                .filter(request -> request.method().equals("POST"))
                .map(Asked::body)
                .filter(body -> answers.applyAsInt(body) / 100 == 2)
                .toList();
    }

    @Override
    public void close() throws IOException {
        gate.open();
        proxy.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
