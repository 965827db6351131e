package io.openintegration.daemon.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Function;

/**
 * Which network addresses connectors may connect to, so that a document cannot make the daemon speak to services that trust
 * it for where it stands. A connector asks for every address that a name stands for, at the time at which it connects to it.
 * Safe from any thread.
 */
@FunctionalInterface
public interface ConnectionPolicy {

    boolean permits(InetAddress address);

    /**
     * The addresses that a host's name stands for now, to connect to no others.
     *
     * @param refusal what is thrown where one of them is not permitted; the first such address is told
     * @throws UnknownHostException where there are none
     */
    default List<InetAddress> addressesOf(String host, Function<InetAddress, ConnectorException> refusal)
            throws UnknownHostException {
        List<InetAddress> addresses = List.of(InetAddress.getAllByName(host));
        for (InetAddress address : addresses) {
            if (!permits(address)) {
                throw refusal.apply(address);
            }
        }
        return addresses;
    }
}
