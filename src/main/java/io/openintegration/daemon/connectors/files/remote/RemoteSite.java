package io.openintegration.daemon.connectors.files.remote;

import io.openintegration.daemon.connectors.files.FilesMessage;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionPolicy;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One landing area that is reached over the network, as its connection tells: says in one line what is wrong with it, and
 * never says a secret.
 */
public final class RemoteSite {

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);
    private static final Pattern PASSWORD = Pattern.compile("(://[^/@:]*:)[^/@]*@");

    private final Connection connection;
    private final ConnectorName connector;
    private final ConnectionPolicy policy;

    public RemoteSite(Connection connection, IntegrationContext context) {
        this.connection = connection;
        this.connector = context.connectorName();
        this.policy = context.connectionPolicy();
    }

    public Connection connection() {
        return connection;
    }

    public ConnectorName connector() {
        return connector;
    }

    /**
     * As the configuration spells it.
     *
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-001} where it says nothing
     */
    public String address() {
        return connection
                .endpointAddress()
                .filter(address -> !address.isBlank())
                .orElseThrow(() -> new ConnectorException(
                        FailureOrigin.CONFIGURATION, FilesMessage.ADDRESS_MISSING.with(connector)));
    }

    /**
     * How long a single answer may take: configuration property {@code timeout}, by default 20 seconds.
     *
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-103} where it cannot be used
     */
    public Duration timeout() {
        return connection.property("timeout").map(this::duration).orElse(USUAL_TIMEOUT);
    }

    private Duration duration(String text) {
        try {
            Duration timeout = Duration.parse(text);
            if (timeout.compareTo(Duration.ofMillis(100)) >= 0 && timeout.compareTo(LONGEST_TIMEOUT) <= 0) {
                return timeout;
            }
        } catch (DateTimeParseException noDuration) {
            throw notUsable("timeout", "a duration such as PT20S, at most ten minutes");
        }
        throw notUsable("timeout", "a duration such as PT20S, at most ten minutes");
    }

    /**
     * The addresses of a host, to connect to no others.
     *
     * @throws UnknownHostException where it has none
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-104} where one of them is refused
     */
    public List<InetAddress> addressesOf(String host) throws UnknownHostException {
        return policy.addressesOf(
                host,
                refused -> failure(
                        FailureOrigin.CONFIGURATION, RemoteMessage.ADDRESS_REFUSED, refused.getHostAddress(), null));
    }

    /** Says that a configuration property cannot be used; its value is not told. */
    public ConnectorException notUsable(String property, String expected) {
        return new ConnectorException(
                FailureOrigin.CONFIGURATION,
                RemoteMessage.PROPERTY_NOT_USABLE.with(shownAddress(), connector, property, expected));
    }

    /**
     * @param detail of the third party's own words only what is short and no secret; null where the message has no place for
     *     one
     */
    public ConnectorException failure(FailureOrigin origin, RemoteMessage message, String detail, Throwable cause) {
        return new ConnectorException(
                origin,
                detail == null
                        ? message.with(shownAddress(), connector)
                        : message.with(shownAddress(), connector, detail),
                cause);
    }

    /** Says that no answer came in time. */
    public ConnectorException timedOut(Throwable cause) {
        return failure(
                FailureOrigin.THIRD_PARTY, RemoteMessage.TIMED_OUT, timeout().toString(), cause);
    }

    /** Says that the refresh was told to end; the thread stays interrupted. */
    public ConnectorException interrupted(Throwable cause) {
        Thread.currentThread().interrupt();
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY, FilesMessage.REFRESH_ENDED.with(connector, shownAddress()), cause);
    }

    private String shownAddress() {
        return PASSWORD.matcher(address()).replaceFirst("$1***@");
    }
}
