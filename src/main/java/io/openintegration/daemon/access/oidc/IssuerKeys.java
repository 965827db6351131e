package io.openintegration.daemon.access.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.token.IssuerUnavailableException;
import io.openintegration.daemon.message.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The keys of one issuer, kept. They are fetched in the background: when the first token comes, when they are old, and when
 * a token names a key that is not among them, at most twice a minute. Only requests whose token cannot be checked without
 * wait for that, briefly, and few at a time. Safe from any thread.
 */
final class IssuerKeys {

    /** Older keys are fetched anew, and used meanwhile. */
    static final Duration FRESH = Duration.ofMinutes(10);

    /** Older keys are not used any more. */
    static final Duration USABLE = Duration.ofDays(1);

    /** Shortest time between two attempts to fetch. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 4;
    private static final long LONGEST_WAIT_MILLIS = 3_000;
    private static final String ACTION = "fetchKeys";

    private final String issuer;
    private final KeySource source;
    private final Executor background;
    private final AuditLog log;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private volatile Kept kept = new Kept(new JWKSet(), Instant.EPOCH);
    private Instant lastAttempt = Instant.EPOCH;
    private CompletableFuture<Void> attempt = CompletableFuture.completedFuture(null);
    private boolean away;

    private record Kept(JWKSet keys, Instant since) {}

    /** @param background runs a task on a thread of its own */
    IssuerKeys(String issuer, KeySource source, Executor background, AuditLog log, Clock clock) {
        this.issuer = issuer;
        this.source = source;
        this.background = background;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The keys that a token with this header may be signed with; none where the issuer has no such key.
     *
     * @throws IssuerUnavailableException where it is not known which keys the issuer has
     */
    List<JWK> matching(JWSHeader header) throws IssuerUnavailableException {
        List<JWK> found = select(header);
        if (found.isEmpty() || isOlderThan(FRESH)) {
            CompletableFuture<Void> fetching = fetch();
            if (found.isEmpty()) {
                await(fetching);
                found = select(header);
            }
        }
        if (found.isEmpty() && isOlderThan(USABLE)) {
            throw new IssuerUnavailableException(PAUSE);
        }
        return found;
    }

    private List<JWK> select(JWSHeader header) {
        return isOlderThan(USABLE) ? List.of() : new JWKSelector(JWKMatcher.forJWSHeader(header)).select(kept.keys());
    }

    private boolean isOlderThan(Duration age) {
        return kept.since().plus(age).isBefore(clock.instant());
    }

    /** The attempt that is under way, a new one, or the last one where it is too early for another. */
    private synchronized CompletableFuture<Void> fetch() {
        Instant now = clock.instant();
        if (attempt.isDone() && !lastAttempt.plus(PAUSE).isAfter(now)) {
            lastAttempt = now;
            CompletableFuture<Void> next = new CompletableFuture<>();
            attempt = next;
            try {
                background.execute(() -> fetchNow(next));
            } catch (RuntimeException e) { // no more threads, at the platform's end for instance
                report(true, e.getClass().getSimpleName());
                next.complete(null);
            }
        }
        return attempt;
    }

    private void fetchNow(CompletableFuture<Void> done) {
        try {
            kept = new Kept(source.fetch(), clock.instant());
            report(false, "");
        } catch (KeysUnavailableException e) {
            report(true, e.getMessage());
        } catch (RuntimeException e) {
            report(true, e.getClass().getSimpleName());
        } finally {
            done.complete(null);
        }
    }

    /** Once when it goes, once when it comes back. */
    private synchronized void report(boolean nowAway, String why) {
        if (nowAway && !away) {
            log.log(ACTION, AccessMessage.ISSUER_AWAY.with(issuer, why));
        } else if (!nowAway && away) {
            log.log(ACTION, AccessMessage.ISSUER_BACK.with(issuer));
        }
        away = nowAway;
    }

    private void await(CompletableFuture<Void> fetching) {
        if (fetching.isDone() || !waiting.tryAcquire()) {
            return;
        }
        try {
            fetching.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // goes on without: the token is answered by what is known now
        } finally {
            waiting.release();
        }
    }
}
