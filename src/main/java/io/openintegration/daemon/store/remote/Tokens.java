package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.Login;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/**
 * The bearer token of one account on one platform: fetched when it is first needed, renewed when five sixths of its life are
 * over, or when it was refused. One fetch at a time, whose outcome is that of all who wait for it. Never shown.
 */
final class Tokens {

    /** So long a refused login is not tried again: platforms lock accounts that try too often. */
    private static final Duration REFUSAL_HOLDS = Duration.ofSeconds(30);

    private static final Pattern USABLE = Pattern.compile("[!-~]{1,16384}");

    private final URI loginUrl;
    private final Login login;
    private final HttpWire wire;
    private final Duration answerLimit;
    private final Clock clock;
    private final AtomicReference<CompletableFuture<Void>> fetching = new AtomicReference<>();
    private volatile Held held = Held.NONE;
    private Instant refusedUntil = Instant.MIN;

    Tokens(RemotePlatformSettings platform, Login login, HttpWire wire, Clock clock) {
        this.loginUrl = URI.create(platform.url() + "/api/token");
        this.login = login;
        this.wire = wire;
        this.answerLimit = platform.limits().answer();
        this.clock = clock;
    }

    private record Held(String token, Instant renewAt) {
        static final Held NONE = new Held("", Instant.MIN);
    }

    /** The platform does not accept user and password. */
    static final class LoginRefusedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    String token() throws WireException, LoginRefusedException, InterruptedException {
        Held now = held;
        return clock.instant().isBefore(now.renewAt()) ? now.token() : fetchInsteadOf(now.token());
    }

    /** Another token in place of one that was refused. */
    String another(String refused) throws WireException, LoginRefusedException, InterruptedException {
        return fetchInsteadOf(refused);
    }

    private String fetchInsteadOf(String old) throws WireException, LoginRefusedException, InterruptedException {
        while (held.token().equals(old)) {
            CompletableFuture<Void> mine = new CompletableFuture<>();
            CompletableFuture<Void> others = fetching.compareAndExchange(null, mine);
            if (others == null) {
                fetch(mine, old);
                return held.token();
            } else if (hasCome(others)) {
                return held.token();
            }
        }
        return held.token();
    }

    /** Somebody may have fetched one just before it was this thread's turn. */
    private void fetch(CompletableFuture<Void> outcome, String old)
            throws WireException, LoginRefusedException, InterruptedException {
        try {
            if (held.token().equals(old)) {
                held = fetch();
            }
            // first: who hears of it, and is refused with this token at once, wants a fetch of its own
            fetching.set(null);
            outcome.complete(null);
        } catch (WireException | LoginRefusedException failed) {
            outcome.completeExceptionally(failed);
            throw failed;
        } finally {
            fetching.compareAndSet(outcome, null);
            // does nothing but where this thread was told to end
            outcome.cancel(false);
        }
    }

    /** Not where who fetched it was told to end: those who waited try it themselves. */
    private boolean hasCome(CompletableFuture<Void> outcome)
            throws WireException, LoginRefusedException, InterruptedException {
        try {
            outcome.get(answerLimit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (CancellationException ended) {
            return false;
        } catch (TimeoutException slow) {
            throw new WireException(Trouble.ANSWER_TIMED_OUT, answerLimit.toString(), slow);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof WireException same) {
                throw new WireException(same.trouble(), same.detail(), failed);
            }
            throw new LoginRefusedException();
        }
    }

    private Held fetch() throws WireException, LoginRefusedException, InterruptedException {
        Instant now = clock.instant();
        if (now.isBefore(refusedUntil)) {
            throw new LoginRefusedException();
        }
        HttpWire.Answer answer = wire.exchange(request());
        if (answer.status() == 401 || answer.status() == 403) {
            refusedUntil = now.plus(REFUSAL_HOLDS);
            throw new LoginRefusedException();
        } else if (answer.status() == 404) {
            throw new WireException(Trouble.NO_SUCH_OPERATION, "404", null);
        } else if (answer.status() != 200) {
            throw Channel.status(answer.status());
        }
        String token = new String(answer.body(), StandardCharsets.UTF_8).strip();
        if (!USABLE.matcher(token).matches()) {
            throw new WireException(Trouble.UNEXPECTED_SHAPE, "the token", null);
        }
        return new Held(token, renewAt(token, now));
    }

    private HttpRequest request() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("userId", login.user())
                .put("password", login.password());
        return HttpRequest.newBuilder(loginUrl)
                .timeout(answerLimit)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)))
                .build();
    }

    /** By how long it lives, not until when: the platform's clock may be another than ours. A token of another kind lives until it is refused. */
    private static Instant renewAt(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length == 3) {
            try {
                JsonNode claims = WireJson.object(Base64.getUrlDecoder().decode(parts[1]));
                JsonNode issued = claims.path("iat");
                JsonNode expires = claims.path("exp");
                if (issued.isNumber() && expires.isNumber()) {
                    long seconds = Math.max(0, expires.longValue() - issued.longValue());
                    return now.plusSeconds(seconds * 5 / 6);
                }
            } catch (WireException | IllegalArgumentException e) {
                return Instant.MAX; // no token of that kind
            }
        }
        return Instant.MAX;
    }
}
