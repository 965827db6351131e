package io.openintegration.daemon.runtime;

import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.IntegrationConnector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An instance of a connector that is made to try its connection, and for nothing else. It has no metadata server, so that the third party
 * can be tried while that is away. Run by one thread; {@link #disconnect} and {@link #steps} may be called by another.
 */
final class TriedConnector implements Runnable {

    private final ConnectorSlot slot;
    private final DaemonEnvironment environment;
    private final ConnectorJournal journal;
    private final List<ConnectionTestStep> steps = new CopyOnWriteArrayList<>();
    private final AtomicReference<IntegrationConnector<LifeContext>> initialised = new AtomicReference<>();
    private volatile boolean offered = true;

    TriedConnector(ConnectorSlot slot, DaemonEnvironment environment) {
        this.slot = slot;
        this.environment = environment;
        this.journal = new ConnectorJournal(slot.daemon(), slot.name(), environment.auditLog());
    }

    @Override
    public void run() {
        try {
            Optional<ConnectionTest> test = begin().connectionTest();
            offered = test.isPresent();
            test.ifPresent(offer -> offer.run(steps::add));
        } catch (Throwable e) { // whatever it is, it is what the operator wants to know
            steps.add(new ConnectionTestStep(
                    Kind.CONFIGURATION,
                    slot.name().value(),
                    Outcome.FAILED,
                    Duration.ZERO,
                    Optional.of(Failures.of(slot.name(), "connectionTest", e).message())));
        } finally {
            disconnect();
        }
    }

    /** Whether the connector offers such a test; known when it has run. */
    boolean isOffered() {
        return offered;
    }

    List<ConnectionTestStep> steps() {
        return List.copyOf(steps);
    }

    /** Once; also beside a test that does not end. */
    void disconnect() {
        IntegrationConnector<LifeContext> connector = initialised.getAndSet(null);
        if (connector == null) {
            return;
        }
        try {
            connector.disconnect();
        } catch (Throwable e) {
            journal.methodThrew("disconnect", Failures.of(slot.name(), "disconnect", e), e);
        }
    }

    @SuppressWarnings("unchecked") // the factory checked that it is the service's type, and our context serves them all
    private IntegrationConnector<LifeContext> begin() {
        IntegrationConnector<LifeContext> connector =
                (IntegrationConnector<LifeContext>) new ConnectorFactory(environment.providers()).create(slot);
        initialised.set(connector);
        connector.initialize(LifeContext.withoutMetadataServer(slot, environment));
        return connector;
    }
}
