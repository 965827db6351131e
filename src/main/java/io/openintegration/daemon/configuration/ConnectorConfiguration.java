package io.openintegration.daemon.configuration;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.PermittedSynchronization;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One connector of an integration service.
 *
 * @param id identifier given by the document, if any
 * @param user in whose name the connector calls the metadata server
 * @param metadataSource qualified name of the element that owns what the connector catalogues
 * @param hosting how the daemon treats it: schedule, deadlines, restarts
 * @param usesBlockingCalls whether the document asks for a thread of its own
 * @param problems mistakes in this connector's section; where there are any, the connector cannot be created and the
 *     rest of this record is a best guess
 */
public record ConnectorConfiguration(
        Optional<String> id,
        ConnectorName name,
        UserId user,
        Connection connection,
        Optional<QualifiedName> metadataSource,
        HostingPolicy hosting,
        boolean usesBlockingCalls,
        PermittedSynchronization permittedSynchronization,
        List<Message> problems) {

    public ConnectorConfiguration {
        problems = List.copyOf(problems);
    }

    /** Time from the end of one refresh to the next; zero means only at start and on request, or at fixed times. */
    public Duration refreshInterval() {
        return hosting.schedule().interval();
    }

    /**
     * Whether a connector that was begun with this configuration can go on with the other one: they differ at the most in
     * id and hosting policy, which no life of a connector ever sees.
     */
    public boolean servesAs(ConnectorConfiguration other) {
        return equals(new ConnectorConfiguration(
                id,
                other.name,
                other.user,
                other.connection,
                other.metadataSource,
                hosting,
                other.usesBlockingCalls,
                other.permittedSynchronization,
                other.problems));
    }
}
