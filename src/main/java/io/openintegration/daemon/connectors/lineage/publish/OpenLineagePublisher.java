package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.Optional;
import java.util.function.Function;

/**
 * Passes on the events that wait in its inbox, in the order in which they came, and describes nothing. An event leaves the inbox when the
 * third party has it, or refuses it for good.
 *
 * <p>{@link #start} and {@link #refresh} throw {@link ConnectorException} of origin {@code CONFIGURATION} where the connector may not write
 * to its third party ({@code OPEN-LINEAGE-CONNECTORS-403-111}), and what its sink throws; {@code -503-102} where a refresh is told to
 * end. The events that were not delivered by then wait for the next refresh.
 */
final class OpenLineagePublisher implements LineageIntegratorConnector {

    /** Of one refresh: events without end are no refresh without end. */
    private static final int MOST_PORTIONS = 1_000;

    private final Function<LineageIntegratorContext, EventSink> newSink;
    private final JobChoice choice;
    private final PublishedLately published = new PublishedLately();
    private volatile LineageIntegratorContext context;
    private volatile EventSink sink;
    private volatile LeftOut leftOut;

    /**
     * @param choice of the events; the others leave the inbox without being passed on
     * @param newSink where the events go; made once for each life
     */
    OpenLineagePublisher(JobChoice choice, Function<LineageIntegratorContext, EventSink> newSink) {
        this.choice = choice;
        this.newSink = newSink;
    }

    @Override
    public void initialize(LineageIntegratorContext lineageContext) {
        context = lineageContext;
        sink = newSink.apply(lineageContext);
        leftOut = new LeftOut(lineageContext);
    }

    @Override
    public void start() {
        if (!context.permittedSynchronization().allowsWritingToThirdParty()) {
            throw new ConnectorException(
                    FailureOrigin.CONFIGURATION,
                    PublishMessage.NOT_PERMITTED.with(context.connectorName(), context.permittedSynchronization()));
        }
        sink.check();
        context.auditLog().log("start", PublishMessage.PUBLISHING.with(context.connectorName(), sink.shown()));
        // events that have come meanwhile are not to wait for the timer
        context.requestRefresh();
    }

    @Override
    public void refresh(Refresh refresh) {
        goOn(refresh);
        sink.check();
        boolean more = true;
        for (int portions = 0; more && portions < MOST_PORTIONS; portions++) {
            more = new Portion(context, sink, choice, leftOut, published).passOn(() -> goOn(refresh));
        }
        if (more) {
            context.requestRefresh();
        }
    }

    private void goOn(Refresh refresh) {
        context.heartbeat();
        if (refresh.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new ConnectorException(
                    FailureOrigin.CONNECTOR, RelayMessage.TOLD_TO_END.with(context.connectorName()));
        }
    }

    @Override
    public Optional<ConnectionTest> connectionTest() {
        return Optional.of(sink.connectionTest());
    }

    @Override
    public void disconnect() {
        sink.close();
        leftOut.end();
    }
}
