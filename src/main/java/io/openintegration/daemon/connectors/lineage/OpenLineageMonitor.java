package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.LeftOut;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.Refresh;
import java.util.HashSet;
import java.util.Set;

/**
 * Catalogues what OpenLineage events tell. Each refresh takes the events in that wait in the connector's inbox, and describes what is
 * noted after that: a refresh of changes what those events told of, any other one everything. So nothing is lost where a refresh fails
 * after events were taken in: the next life begins with a complete refresh.
 */
final class OpenLineageMonitor implements LineageIntegratorConnector {

    /** Of one refresh: what they told is described before more are taken in, so that events without end do not keep it from the catalogue. */
    private static final int MOST_EVENTS = 50_000;

    /** Beyond this many, describing everything is as quick. */
    private static final int MOST_CHANGES = 10_000;

    private final LineageSettings settings;
    private final EventReader reader;
    private volatile LineageIntegratorContext context;
    private volatile LeftOut leftOut;

    OpenLineageMonitor(LineageSettings settings, EventReader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    @Override
    public void initialize(LineageIntegratorContext lineageContext) {
        context = lineageContext;
        leftOut = new LeftOut(lineageContext);
    }

    @Override
    public void start() {
        // events that have come meanwhile are not to wait for the timer
        context.requestRefresh();
    }

    @Override
    public void refresh(Refresh refresh) {
        Set<LineageNote.Key> changed = new HashSet<>();
        Intake intake = new Intake(context, reader, settings, leftOut);
        int some;
        int taken = 0;
        do {
            context.heartbeat();
            if (refresh.isCancelled()) {
                throw new ConnectorException(
                        FailureOrigin.CONNECTOR, LineageMessage.REFRESH_ENDED.with(context.connectorName()));
            }
            some = intake.takeSome(changed);
            taken += some;
        } while (some > 0 && taken < MOST_EVENTS);
        if (some > 0) {
            context.requestRefresh();
        }
        Description description = new Description(context, refresh, settings);
        if (refresh.isOfChanges() && changed.size() <= MOST_CHANGES) {
            description.changed(changed);
        } else {
            settings.retention().ifPresent(age -> new Retention(context, age).carryOut());
            description.all();
        }
    }

    @Override
    public void disconnect() {
        // nothing stays open between two calls
        leftOut.end();
    }
}
