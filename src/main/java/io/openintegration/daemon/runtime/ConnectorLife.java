package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.reconcile.ReconcileRun;
import io.openintegration.daemon.reconcile.Reconciler;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.spi.LineageReceipt;
import io.openintegration.daemon.spi.Refresh;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One life of a connector: an instance from its creation to its disconnect. */
final class ConnectorLife {

    private final ConnectorSlot slot;
    private final DaemonEnvironment environment;
    private final IntegrationConnector<LifeContext> connector;
    private final boolean blocking;
    private final BooleanSupplier isOver;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
    private final LifeSigns signs;
    private final CountDownLatch disconnected = new CountDownLatch(1);
    private volatile boolean revoked;
    private volatile boolean onlyLooked;
    private volatile RemovalPolicy removal;
    private CatalogueAccess catalogue;

    /** A life that was ended before it was initialised never is; one that was initialised before is disconnected. */
    private enum Phase {
        NEW,
        INITIALIZED,
        ENDED
    }

    /**
     * @param blocking whether it works on a thread of its own
     * @param isOver whether the connector was restarted or stopped meanwhile
     */
    @SuppressWarnings("unchecked") // the factory checked that it is the service's type, and our context serves them all
    ConnectorLife(
            ConnectorSlot slot,
            DaemonEnvironment environment,
            IntegrationConnector<?> connector,
            boolean blocking,
            BooleanSupplier isOver) {
        this.slot = slot;
        this.removal = slot.configuration().hosting().removal();
        this.environment = environment;
        this.connector = (IntegrationConnector<LifeContext>) connector;
        this.blocking = blocking;
        this.isOver = isOver;
        this.signs = LifeSigns.none(environment.timing().monotonic());
    }

    /** Gives the connector its context; this is where the metadata server is called for the first time. */
    void initialize() {
        catalogue = CatalogueAccess.open(slot, environment);
        check();
        if (!phase.compareAndSet(Phase.NEW, Phase.INITIALIZED)) {
            throw over();
        }
        connector.initialize(new LifeContext(
                slot.daemon(),
                slot.name(),
                slot.configuration().permittedSynchronization(),
                catalogue.source(),
                environment.thirdParties(),
                environment.auditLog(),
                environment.timing().clock(),
                signs,
                environment.workers().threadFactory(),
                new GatedInbox(environment.state().lineage().of(slot.daemon(), slot.name()), this::check),
                this::accept,
                catalogue::known));
    }

    /** What a connector receives is open metadata as soon as it is stored: the same rules as for what it describes. */
    private LineageReceipt accept(List<String> events) {
        check();
        mustBePermitted();
        return environment.door().accept(events);
    }

    private void mustBePermitted() {
        if (!slot.configuration().permittedSynchronization().allowsWritingToOpenMetadata()) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION,
                    RuntimeMessage.SYNCHRONIZATION_NOT_PERMITTED.with(
                            slot.name(), slot.configuration().permittedSynchronization()));
        }
    }

    /** The service that it was begun in: the connector may since have been moved to another. */
    IntegrationService service() {
        return slot.service();
    }

    void start() {
        check();
        connector.start();
    }

    void engage() {
        check();
        connector.engage();
    }

    /** What becomes from now on of what is gone: it may change during a life. */
    void removes(RemovalPolicy policy) {
        removal = policy;
    }

    /**
     * Refreshes the connector; one that is cancelled ends as soon as the connector lets it, and removes nothing.
     *
     * @param beginning what is made of what the connector describes
     * @return that, closed
     */
    ReconcileRun refresh(RefreshMode mode, ActiveRun active, Function<Reconciler, ReconcileRun> beginning) {
        signs.prompt().clear();
        onlyLooked &= mode == RefreshMode.CHANGES;
        return describe(mode, active, beginning);
    }

    /** As {@link #refresh}, for something that does not write what is described: the connector's own requests stay due. */
    ReconcileRun look(RefreshMode mode, ActiveRun active, Function<Reconciler, ReconcileRun> beginning) {
        onlyLooked = true;
        return describe(mode, active, beginning);
    }

    /** A look has shown that there is nothing to write. */
    void caughtUp() {
        signs.prompt().clear();
        onlyLooked = false;
    }

    /**
     * How a refresh in that mode has to be made. A connector may believe that what it has described is catalogued: after a
     * mere look, its changes alone are not enough.
     */
    RefreshMode enough(RefreshMode mode) {
        return onlyLooked && mode == RefreshMode.CHANGES ? RefreshMode.SCHEDULED : mode;
    }

    private ReconcileRun describe(RefreshMode mode, ActiveRun active, Function<Reconciler, ReconcileRun> beginning) {
        Reconciler reconciler = catalogue.reconciler(() -> check(active), removal, environment.workers()::submitPart);
        try (ReconcileRun run = beginning.apply(reconciler)) {
            active.follow(run::report);
            signs.pulse().follow(run::progress);
            check();
            connector.refresh(new GatedRefresh(run, active, mode));
            check();
            if (!active.isCancelled()) {
                run.finish();
            }
            return run;
        }
    }

    boolean usesBlockingCalls() {
        return blocking;
    }

    Pulse pulse() {
        return signs.pulse();
    }

    /** Something has come for the connector. */
    void prompt() {
        signs.prompt().askSoon();
    }

    /** Whether the connector waits for a refresh that it asked for. */
    boolean isPrompted() {
        return signs.prompt().isDue();
    }

    /** Takes the connector's access to open metadata away, while a call of it may still go on. */
    void revoke() {
        revoked = true;
    }

    /**
     * Ends the life: it is not initialised any more.
     *
     * @return whether its instance is to be disconnected, which it is for one caller only, and only if it was initialised
     */
    boolean end() {
        Phase before = phase.getAndSet(Phase.ENDED);
        if (before == Phase.NEW) {
            disconnected();
        }
        return before == Phase.INITIALIZED;
    }

    /** Its disconnect has ended, or was given up, or there is none. */
    void disconnected() {
        disconnected.countDown();
    }

    void awaitDisconnect(Duration limit) throws InterruptedException {
        disconnected.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void disconnect() {
        connector.disconnect();
    }

    private void check() {
        if (hasEnded()) {
            throw over();
        }
    }

    /** What the connector keeps of a refresh is of no use after its end. */
    private void check(ActiveRun active) {
        check();
        if (active.hasEnded()) {
            throw new LifeOverException(RuntimeMessage.REFRESH_OVER.with(active.id(), slot.name()));
        }
    }

    private boolean hasEnded() {
        return revoked || isOver.getAsBoolean();
    }

    private LifeOverException over() {
        return new LifeOverException(RuntimeMessage.LIFE_OVER.with(slot.name()));
    }

    /** The sink of one refresh; it closes when the life is over. */
    private final class GatedRefresh implements Refresh {

        private final ReconcileRun run;
        private final ActiveRun active;
        private final RefreshMode mode;

        private GatedRefresh(ReconcileRun run, ActiveRun active, RefreshMode mode) {
            this.run = run;
            this.active = active;
            this.mode = mode;
        }

        @Override
        public boolean isCancelled() {
            return active.isCancelled() || active.hasEnded() || ConnectorLife.this.hasEnded();
        }

        @Override
        public boolean isOfChanges() {
            return mode == RefreshMode.CHANGES;
        }

        @Override
        public boolean isFullComparison() {
            return run.isFullComparison();
        }

        @Override
        public DescriptionScope open(ItemKey key, ItemDescription item) {
            mustDescribe();
            return run.open(key, item);
        }

        @Override
        public Optional<DescriptionScope> reopen(ItemKey key) {
            mustDescribe();
            return run.reopen(key);
        }

        @Override
        public void relate(List<Relations> relations) {
            mustDescribe();
            run.relate(relations);
        }

        private void mustDescribe() {
            check(active);
            mustBePermitted();
        }
    }
}
