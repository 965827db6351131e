package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.ServerName;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LocksTest {

    private final MetadataStoreException givenUp =
            Refusals.serverNotAvailable(new ServerName("store"), RemoteBench.CONNECTOR);
    private final Locks locks = new Locks(ended -> givenUp);

    @Test
    void whoWaitsIsLetGoWhenInterrupted() {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        Thread waiting = new Thread(() -> told.complete(failure(() -> locks.holding("name", () -> "done"))));

        Throwable failure = locks.holding("name", () -> {
            waiting.start();
            waiting.interrupt();
            return told.orTimeout(30, TimeUnit.SECONDS).join();
        });

        assertThat(failure).isSameAs(givenUp);
    }

    private static Throwable failure(Supplier<String> work) {
        try {
            return new AssertionError(work.get());
        } catch (MetadataStoreException failed) {
            return failed;
        }
    }
}
