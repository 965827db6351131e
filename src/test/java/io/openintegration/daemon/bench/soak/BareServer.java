package io.openintegration.daemon.bench.soak;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers with what it was given, as fast as this machine and its client can: what other answers are compared to. */
final class BareServer implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    BareServer(byte[] answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
    }

    /** Where it answers, to whatever it is called. */
    String url(String what) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + what;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
