package io.openintegration.daemon.spi;

import java.util.Optional;

/**
 * A connector between one third-party technology and open metadata. Written against one of the sub-types, which name
 * the integration service that hosts it and the context that it gets.
 *
 * <p>The daemon calls {@link #initialize}, then {@link #start}, then {@link #refresh} at its interval and on request —
 * or {@link #engage}, once, if the provider says {@link IntegrationConnectorProvider#usesBlockingCalls} — and at the
 * end {@link #disconnect}. At most one of these runs at a time, each on a thread of the daemon (never a request's),
 * with one exception: {@code disconnect} is called beside a call that did not end when it was interrupted. An instance
 * is used for one life only; a restart makes a new one.
 *
 * <p>What any method but {@code disconnect} throws makes the connector {@code FAILED} (message
 * {@code INTEGRATION-DAEMON-SERVICES-0031}); it is then not called again until an operator restarts it (operator's
 * guide, "Retrieving status"). Throw a {@link ConnectorException}, whose message operators can act on.
 *
 * @param <C> the context of the integration service
 */
public interface IntegrationConnector<C extends IntegrationContext> {

    /**
     * Takes the context. Called once, before everything else; checks what can be checked without the third party.
     *
     * @param context valid until {@code disconnect} returns
     */
    void initialize(C context);

    /**
     * Prepares for work: checks that the third party can be reached, opens what stays open. Called once; must return.
     */
    void start();

    /**
     * Compares the third party with open metadata and makes good the differences. Must return; should look at
     * {@link Thread#interrupted()} or {@link Refresh#isCancelled()} in long loops.
     */
    void refresh(Refresh refresh);

    /**
     * Works until interrupted, on a thread of its own; returning ends the connector's life (status {@code STOPPED}).
     * Only called where the provider says that the connector uses blocking calls.
     */
    default void engage() {
        throw new UnsupportedOperationException("this connector does not use blocking calls");
    }

    /**
     * How the connection to the third party can be tried in steps. Asked for after {@link #initialize}, of an instance that is
     * not started and used for nothing else; {@link #disconnect} comes when the test is over, or beside it where it did not end
     * when it was interrupted.
     *
     * @return empty where the connector does not offer that, as by default; never null
     */
    default Optional<ConnectionTest> connectionTest() {
        return Optional.empty();
    }

    /** Releases everything. Called exactly once for every instance that was initialised, also after a failure. */
    void disconnect();
}
