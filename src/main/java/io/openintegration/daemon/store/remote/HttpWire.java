package io.openintegration.daemon.store.remote;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request and waits for the whole answer, which is more than {@code HttpRequest.timeout} does: that ends with the
 * headers. Connections are kept and used again. Safe from any thread.
 */
final class HttpWire {

    private final HttpClient client;
    private final Duration connectLimit;
    private final Duration answerLimit;
    private final int largestAnswer;

    /** @param threads run the client's short tasks; they never wait */
    HttpWire(RemotePlatformSettings.Limits limits, Optional<SSLContext> trust, Executor threads) {
        this.connectLimit = limits.connect();
        this.answerLimit = limits.answer();
        this.largestAnswer = limits.largestAnswer();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .executor(threads);
        trust.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** What came back. */
    static final class Answer {

        private final int status;
        private final String type;
        private final byte[] body;

        private Answer(HttpResponse<byte[]> response) {
            this.status = response.statusCode();
            this.type = response.headers().firstValue("Content-Type").orElse("");
            this.body = response.body();
        }

        int status() {
            return status;
        }

        /** Whether it calls itself a refusal in the form of problem details (RFC 9457). */
        boolean isProblem() {
            return type.toLowerCase(Locale.ROOT).startsWith("application/problem+json");
        }

        byte[] body() {
            return body;
        }
    }

    Answer exchange(HttpRequest request) throws WireException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request, head -> new LimitedBody(largestAnswer));
        try {
            return new Answer(coming.get(answerLimit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException slow) {
            throw new WireException(Trouble.ANSWER_TIMED_OUT, answerLimit.toString(), slow);
        } catch (ExecutionException failed) {
            throw trouble(failed.getCause());
        } finally {
            // ends what nobody waits for any more; does nothing to what is done
            coming.cancel(true);
        }
    }

    private WireException trouble(Throwable failure) {
        if (has(failure, LimitedBody.TooLargeException.class)) {
            return new WireException(Trouble.ANSWER_TOO_LARGE, Integer.toString(largestAnswer), failure);
        } else if (has(failure, HttpConnectTimeoutException.class)) {
            return new WireException(Trouble.CONNECT_TIMED_OUT, connectLimit.toString(), failure);
        } else if (has(failure, HttpTimeoutException.class)) {
            return new WireException(Trouble.ANSWER_TIMED_OUT, answerLimit.toString(), failure);
        } else if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return new WireException(Trouble.HOST_UNKNOWN, "", failure);
        } else if (has(failure, ConnectException.class)) {
            return new WireException(Trouble.PLATFORM_DOWN, words(failure), failure);
        } else if (has(failure, SSLHandshakeException.class) && !has(failure, EOFException.class)) {
            return new WireException(Trouble.CERTIFICATE_REFUSED, words(root(failure)), failure);
        } else if (has(failure, ProtocolException.class) || has(failure, NumberFormatException.class)) {
            return new WireException(Trouble.NOT_HTTP, words(root(failure)), failure);
        } else if (failure instanceof IOException) {
            return new WireException(Trouble.CUT_OFF, words(failure), failure);
        } else if (failure instanceof RejectedExecutionException) {
            return new WireException(Trouble.GIVEN_UP, "", failure);
        } else if (failure instanceof RuntimeException) {
            // what the client makes of headers that are none
            return new WireException(Trouble.NOT_HTTP, words(failure), failure);
        }
        throw new IllegalStateException("the HTTP client failed by itself", failure);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
