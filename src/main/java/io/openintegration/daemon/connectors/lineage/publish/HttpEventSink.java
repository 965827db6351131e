package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.relay.RelayFailures;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationContext;
import io.openintegration.daemon.spi.Reach;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Posts events to an endpoint that takes OpenLineage, one request for each. Nothing of an answer is kept but its status. */
final class HttpEventSink implements EventSink {

    /** What an endpoint says of the event itself; anything else is about the endpoint, or about us. */
    private static final Set<Integer> ABOUT_THE_EVENT = Set.of(400, 413, 422);

    static final Set<Integer> ABOUT_THE_ACCOUNT = Set.of(401, 403, 407);

    private final HttpEndpoint endpoint;
    private final IntegrationContext context;
    private final Reach reach;
    private final ExecutorService threads;
    private final HttpClient client;

    HttpEventSink(HttpEndpoint endpoint, IntegrationContext context) {
        this.endpoint = endpoint;
        this.context = context;
        this.reach = new Reach(
                context.connectionPolicy(),
                endpoint.connectTimeout(),
                new RelayFailures(context.connectorName(), endpoint.shown()));
        this.threads = Executors.newCachedThreadPool(context.threads());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // another place is not the one that was looked at, and would get the secret
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(endpoint.connectTimeout())
                .executor(threads)
                .build();
    }

    @Override
    public void check() {
        reach.connect(endpoint.target());
    }

    @Override
    public Optional<Message> deliver(String event) {
        // again, since names may come to stand for other addresses
        reach.addresses(endpoint.target());
        int status = status(HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .header("Content-Type", "application/json"));
        if (status / 100 == 2) {
            return Optional.empty();
        }
        if (ABOUT_THE_EVENT.contains(status)) {
            return Optional.of(PublishMessage.EVENT_REFUSED.with(status));
        }
        throw refused(status);
    }

    /** Asks the endpoint for something that changes nothing there. */
    int ask() {
        return status(HttpRequest.newBuilder().GET());
    }

    /** What to throw where the endpoint takes nothing. */
    ConnectorException refused(int status) {
        if (ABOUT_THE_ACCOUNT.contains(status)) {
            return new ConnectorException(
                    FailureOrigin.THIRD_PARTY,
                    RelayMessage.ACCOUNT_REFUSED.with(context.connectorName(), shown(), "status " + status));
        }
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                PublishMessage.ENDPOINT_REFUSES.with(context.connectorName(), shown(), status));
    }

    /** Waits for the whole answer, which is more than {@link HttpRequest#timeout} does: that ends with the headers. */
    private int status(HttpRequest.Builder request) {
        endpoint.authorization().ifPresent(secret -> request.header("Authorization", secret));
        CompletableFuture<HttpResponse<Void>> coming;
        try {
            coming = client.sendAsync(request.uri(endpoint.uri()).build(), HttpResponse.BodyHandlers.discarding());
        } catch (RejectedExecutionException closed) {
            throw toldToEnd(closed);
        }
        try {
            return coming.get(endpoint.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (TimeoutException slow) {
            throw tooSlow(endpoint.requestTimeout().toSeconds(), slow);
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw toldToEnd(told);
        } catch (CancellationException closed) {
            throw toldToEnd(closed);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } finally {
            // ends what nobody waits for any more; does nothing to what is done
            coming.cancel(true);
        }
    }

    private ConnectorException failure(Throwable cause) {
        if (threads.isShutdown()) {
            return toldToEnd(cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return tooSlow(endpoint.connectTimeout().toSeconds(), cause);
        }
        if (cause instanceof SSLException) {
            return reach.failures()
                    .unavailable("no encrypted connection (" + cause.getClass().getSimpleName() + ")", cause);
        }
        if (cause instanceof IOException) {
            return reach.failures().unavailable(cause.getClass().getSimpleName(), cause);
        }
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                RelayMessage.MAKES_NO_SENSE.with(
                        context.connectorName(), shown(), cause.getClass().getSimpleName()),
                cause);
    }

    private ConnectorException tooSlow(long seconds, Throwable cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                RelayMessage.TOO_SLOW.with(context.connectorName(), shown(), seconds),
                cause);
    }

    private ConnectorException toldToEnd(Throwable cause) {
        return new ConnectorException(
                FailureOrigin.CONNECTOR, RelayMessage.TOLD_TO_END.with(context.connectorName()), cause);
    }

    @Override
    public String shown() {
        return endpoint.shown();
    }

    @Override
    public ConnectionTest connectionTest() {
        return new HttpConnectionTest(endpoint, this, reach, context);
    }

    /** The client has no end of its own in Java 17: without threads nothing of it goes on. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
