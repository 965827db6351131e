package io.openintegration.daemon.spi;

import java.net.InetAddress;

/**
 * Which network addresses connectors may connect to, so that a document cannot make the daemon speak to services that trust
 * it for where it stands. A connector asks for every address that a name stands for, at the time at which it connects to it.
 * Safe from any thread.
 */
@FunctionalInterface
public interface ConnectionPolicy {

    boolean permits(InetAddress address);
}
