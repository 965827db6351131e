package io.openintegration.daemon.runtime;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.spi.IntegrationService;

/** What each integration service says under its own prefix. */
public enum ServiceMessage implements MessageDefinition {
    WRONG_TYPE_FOR_FILES(IntegrationService.FILES),
    WRONG_TYPE_FOR_SECURITY(IntegrationService.SECURITY),
    WRONG_TYPE_FOR_DATABASE(IntegrationService.DATABASE),
    WRONG_TYPE_FOR_LINEAGE(IntegrationService.LINEAGE),
    WRONG_TYPE_FOR_CATALOG(IntegrationService.CATALOG),
    WRONG_TYPE_FOR_ORGANIZATION(IntegrationService.ORGANIZATION);

    private final MessageText text;

    ServiceMessage(IntegrationService service) {
        this.text = MessageText.error(
                service.messagePrefix() + "-400-001",
                400,
                "Integration connector {0} cannot run in the {1}: it is not of the required type {2}",
                "The connector is not created. Other connectors are not affected.",
                "Move the connector to the service that it was made for, or name another provider, then apply the document, or"
                        + " restart the daemon; a restart of the connector alone cannot help.");
    }

    static ServiceMessage wrongTypeFor(IntegrationService service) {
        return valueOf("WRONG_TYPE_FOR_" + service.name());
    }

    @Override
    public MessageText text() {
        return text;
    }
}
