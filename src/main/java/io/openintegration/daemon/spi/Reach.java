package io.openintegration.daemon.spi;

import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whether a connector may, and can, connect to the hosts of its third party. Safe from any thread.
 *
 * @param limit for one connection
 * @param failures what to throw
 */
public record Reach(ConnectionPolicy policy, Duration limit, Failures failures) {

    /** What a connector says of hosts that it does not get to, in messages of its own. */
    public interface Failures {

        /** The daemon may not connect to an address of the third party: of origin {@code CONFIGURATION}. */
        ConnectorException refused(InetAddress address);

        /**
         * The third party is not there: of origin {@code THIRD_PARTY}.
         *
         * @param detail what is wrong, for operators
         * @param cause may be null
         */
        ConnectorException unavailable(String detail, Throwable cause);
    }

    /**
     * The addresses that a host's name stands for now, to connect to no others. The JVM remembers them for a while (by default 30 seconds),
     * so that a library that looks the name up again right after this gets the same.
     *
     * @throws ConnectorException where there are none, or the daemon may not connect to one of them
     */
    public List<InetAddress> addresses(HostPort target) {
        try {
            return policy.addressesOf(target.host(), failures::refused);
        } catch (UnknownHostException unknown) {
            throw failures.unavailable("unknown host " + target.host(), unknown);
        }
    }

    /**
     * Connects to the host, at the first of its addresses where that is possible, and hangs up.
     *
     * @param target has a port
     * @throws ConnectorException as {@link #addresses}, and where nobody listens there
     */
    public void connect(HostPort target) {
        int port = target.port().orElseThrow(() -> new IllegalArgumentException("no port of " + target));
        List<String> refusals = new ArrayList<>();
        IOException last = null;
        for (InetAddress address : addresses(target)) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, port), (int) limit.toMillis());
                return;
            } catch (IOException failure) {
                refusals.add(
                        address.getHostAddress() + ": " + failure.getClass().getSimpleName());
                last = failure;
            }
        }
        throw failures.unavailable(String.join("; ", refusals), last);
    }

    /**
     * Takes the steps {@link Kind#RESOLVE} and {@link Kind#CONNECT}, for each host. That one of several can be reached is enough, as it is
     * for drivers and clients; but all their names must be known. Where a port is not known, connecting is skipped.
     *
     * @return whether what comes after these steps can be tried
     */
    public boolean tryInSteps(ConnectionTestSteps steps, Collection<HostPort> targets) {
        boolean known = true;
        for (HostPort target : targets) {
            known &= steps.take(Kind.RESOLVE, target.host(), () -> addresses(target));
        }
        if (!known) {
            steps.skip(Kind.CONNECT);
            return false;
        }
        boolean reached = false;
        for (HostPort target : targets) {
            reached |= steps.take(Kind.CONNECT, target.toString(), () -> tryToConnect(target));
        }
        return reached;
    }

    private Result tryToConnect(HostPort target) {
        if (target.port().isEmpty()) {
            return Result.SKIPPED;
        }
        connect(target);
        return Result.PASSED;
    }
}
