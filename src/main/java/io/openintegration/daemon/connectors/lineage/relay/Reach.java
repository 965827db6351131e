package io.openintegration.daemon.connectors.lineage.relay;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a connector may, and can, connect to the hosts of its third party. Says why not in one line.
 *
 * @param shown the third party, for operators; no secret
 * @param limit for one connection
 */
public record Reach(IntegrationContext context, String shown, Duration limit) {

    /**
     * The addresses that a host's name stands for now. The JVM remembers them for a while (by default 30 seconds), so that a library that
     * looks the name up again right after this gets the same.
     *
     * @throws ConnectorException {@code OPEN-LINEAGE-CONNECTORS-503-101} where there are none, {@code -400-101} where the daemon may not
     *     connect to one of them
     */
    public List<InetAddress> addresses(String host) {
        try {
            List<InetAddress> addresses = Arrays.asList(InetAddress.getAllByName(host));
            for (InetAddress address : addresses) {
                if (!context.connectionPolicy().permits(address)) {
                    throw new ConnectorException(
                            FailureOrigin.CONFIGURATION,
                            RelayMessage.NETWORK_REFUSED.with(
                                    context.connectorName(), shown, address.getHostAddress()));
                }
            }
            return addresses;
        } catch (UnknownHostException unknown) {
            throw unavailable("unknown host " + host, unknown);
        }
    }

    /**
     * Connects to the host, and hangs up.
     *
     * @throws ConnectorException as {@link #addresses}; {@code OPEN-LINEAGE-CONNECTORS-503-101} where nobody listens there
     */
    public void connect(HostPort target) {
        List<String> failures = new ArrayList<>();
        IOException last = null;
        for (InetAddress address : addresses(target.host())) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, target.port()), (int) limit.toMillis());
                return;
            } catch (IOException failure) {
                failures.add(
                        address.getHostAddress() + ": " + failure.getClass().getSimpleName());
                last = failure;
            }
        }
        throw unavailable(String.join("; ", failures), last);
    }

    /** What to throw where the third party is not there. */
    public ConnectorException unavailable(String detail, Throwable cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                RelayMessage.UNAVAILABLE.with(context.connectorName(), shown, detail),
                cause);
    }
}
