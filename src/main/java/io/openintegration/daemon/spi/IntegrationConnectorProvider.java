package io.openintegration.daemon.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes connectors of one kind. Registered in {@code META-INF/services}; documents name it by its class name. A class
 * that is not registered is never loaded, whatever a document says.
 */
public interface IntegrationConnectorProvider {

    /**
     * Other names by which documents may ask for this provider: the class names of the peer's equivalents. Never null.
     */
    default Set<String> aliases() {
        return Set.of();
    }

    /**
     * The schemes of endpoint addresses that this provider is made for, in lower case: {@code s3}. Where several providers
     * answer to one name, the scheme of the connection's address decides among them; one that says nothing serves all
     * addresses that no other is made for. Never null.
     */
    default Set<String> endpointSchemes() {
        return Set.of();
    }

    /** What the connector does, in one sentence for operators. */
    String description();

    /** The integration service that the connector is made for; empty where its author does not say. Never null. */
    default Optional<IntegrationService> service() {
        return Optional.empty();
    }

    /**
     * The configuration properties that have an effect, each with a sentence for operators. Never null; empty where there
     * are none, or the author does not say.
     */
    default Map<String, String> configurationProperties() {
        return Map.of();
    }

    /**
     * How the events of a lineage producer are told from what is none, for connectors that take such events in: then the daemon
     * accepts them over HTTP, and the connector finds them in its {@linkplain LineageIntegratorContext#inbox inbox}. Empty for all
     * others. Never null.
     */
    default Optional<LineageEventCheck> lineageEvents() {
        return Optional.empty();
    }

    /** Whether the connector is to be {@linkplain IntegrationConnector#engage engaged} on a thread of its own. */
    default boolean usesBlockingCalls() {
        return false;
    }

    /**
     * Makes a new instance. Must not touch the network or the file system.
     *
     * @throws ConnectorException of origin {@code CONFIGURATION} where the connection cannot be right
     */
    IntegrationConnector<?> create(Connection connection);
}
