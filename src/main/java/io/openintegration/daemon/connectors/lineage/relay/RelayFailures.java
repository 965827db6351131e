package io.openintegration.daemon.connectors.lineage.relay;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.Reach;
import java.net.InetAddress;

/**
 * What is thrown where a third party cannot be reached: {@code OPEN-LINEAGE-CONNECTORS-400-101} where the daemon may not connect to it,
 * {@code -503-101} where it is not there.
 *
 * @param shown the third party, for operators; no secret
 */
public record RelayFailures(ConnectorName connector, String shown) implements Reach.Failures {

    @Override
    public ConnectorException refused(InetAddress address) {
        return new ConnectorException(
                FailureOrigin.CONFIGURATION,
                RelayMessage.NETWORK_REFUSED.with(connector, shown, address.getHostAddress()));
    }

    @Override
    public ConnectorException unavailable(String detail, Throwable cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY, RelayMessage.UNAVAILABLE.with(connector, shown, detail), cause);
    }
}
