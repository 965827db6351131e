package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.ConnectorConfiguration;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.spi.Connection;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Tells whether a connector's configuration is the one for which a plan was made, as far as it decides what a refresh does. It is
 * kept, so no password goes into it.
 */
final class SlotDigest {

    private SlotDigest() {}

    static String of(ConnectorSlot slot) {
        ConnectorConfiguration configuration = slot.configuration();
        Connection connection = configuration.connection();
        String all = String.join(
                "\n",
                slot.service().name(),
                slot.metadataServer().platformUrl(),
                slot.metadataServer().server().value(),
                configuration.user().value(),
                configuration.metadataSource().map(QualifiedName::value).orElse(""),
                configuration.permittedSynchronization().name(),
                connection.providerClassName(),
                connection.endpointAddress().orElse(""),
                new TreeMap<>(connection.configurationProperties()).toString());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
