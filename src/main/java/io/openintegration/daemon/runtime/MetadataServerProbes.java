package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks metadata servers that keep connectors from working, one question at a time each, whether they are back. Only a server that
 * was seen to be away can come back: what fails while the server answers is not mended by trying at once.
 */
final class MetadataServerProbes {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    /** A probe that takes longer is given up, and the server counts as away. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** What was given up may go on, and each holds a thread: with so many, the next waits until one has ended. */
    private static final int MOST_OPEN = 2;

    /** So long is a server remembered that nobody waits for: those who did may be at an attempt that it will let down. */
    private static final Duration MEMORY = Duration.ofMinutes(5);

    /** No element has this GUID: the question is cheap, and its answer does not matter. */
    private static final Guid NOBODY = new Guid("00000000-0000-0000-0000-000000000000");

    private final MetadataServers servers;
    private final WorkerPool workers;
    private final MonotonicClock time;
    private final Consumer<MetadataServerRef> back;
    private final Map<MetadataServerRef, Probe> probes = new HashMap<>();

    /** @param back told of a server that has come back, by a thread of the pool */
    MetadataServerProbes(
            MetadataServers servers, WorkerPool workers, MonotonicClock time, Consumer<MetadataServerRef> back) {
        this.servers = servers;
        this.workers = workers;
        this.time = time;
        this.back = back;
    }

    /**
     * Called at each tick.
     *
     * @param missed the servers that connectors wait for, each with a user that calls it
     */
    synchronized void tick(Map<MetadataServerRef, UserId> missed) {
        missed.forEach(
                (server, user) -> probes.computeIfAbsent(server, Probe::new).tick(user));
        List<Probe> forgotten =
                probes.values().stream().filter(Probe::isForgotten).toList();
        forgotten.forEach(Probe::giveUp);
        probes.values().removeAll(forgotten);
    }

    /** Gives all questions up. */
    synchronized void stop() {
        probes.values().forEach(Probe::giveUp);
        probes.clear();
    }

    /** The questions to one server. */
    private final class Probe {

        private final MetadataServerRef server;
        private Optional<FutureTask<Boolean>> question = Optional.empty();
        private final AtomicInteger open = new AtomicInteger();
        private Duration askedAt = Duration.ZERO;
        private Duration missedAt = Duration.ZERO;
        private boolean wasAway;

        private Probe(MetadataServerRef server) {
            this.server = server;
        }

        private void tick(UserId user) {
            missedAt = time.now();
            Duration waited = missedAt.minus(askedAt);
            if (question.isEmpty() || (question.get().isDone() && waited.compareTo(INTERVAL) >= 0)) {
                ask(user);
            } else if (!question.get().isDone() && waited.compareTo(LIMIT) >= 0) {
                wasAway = true;
                giveUp();
                ask(user);
            }
        }

        private boolean isForgotten() {
            return time.now().minus(missedAt).compareTo(MEMORY) >= 0;
        }

        private void giveUp() {
            question.ifPresent(asked -> asked.cancel(true));
        }

        private void ask(UserId user) {
            if (open.get() >= MOST_OPEN) {
                return;
            }
            askedAt = time.now();
            FutureTask<Boolean> task = new FutureTask<>(() -> answers(user)) {
                @Override
                protected void set(Boolean answers) {
                    super.set(answers);
                    answered(answers);
                }

                @Override
                protected void setException(Throwable unexpected) {
                    super.setException(unexpected);
                    answered(false);
                }
            };
            question = Optional.of(task);
            workers.submitControl(task);
        }

        private boolean answers(UserId user) {
            open.incrementAndGet();
            try {
                servers.connect(server, user).versions(new Requester(user, Optional.empty()), Set.of(NOBODY));
                return true;
            } catch (MetadataStoreException e) {
                // one that refuses the question is there
                return e.kind() != MetadataStoreException.Kind.UNAVAILABLE;
            } finally {
                open.decrementAndGet();
            }
        }

        private void answered(boolean answers) {
            boolean cameBack;
            synchronized (MetadataServerProbes.this) {
                cameBack = answers && wasAway;
                wasAway = !answers;
            }
            if (cameBack) {
                back.accept(server);
            }
        }
    }
}
