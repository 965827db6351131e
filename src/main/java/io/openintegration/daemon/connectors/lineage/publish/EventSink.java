package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTest;
import java.util.Optional;

/**
 * Port: where published events go. Of one life of a connector; {@link #close} alone may come beside another call. All methods have
 * limits of time, end early where their thread is interrupted, and throw {@link io.openintegration.daemon.spi.ConnectorException} where the
 * third party is not there or cannot be used; then nothing is known of the event at hand, and it has to be delivered again.
 */
interface EventSink {

    /** Looks whether events can be delivered, without delivering any. */
    void check();

    /**
     * Delivers one event. When this returns without a refusal, the third party has it for good. Delivering an event again does no harm.
     *
     * @param event as it was sent
     * @return why the third party wants to have nothing to do with this event; empty where it has taken it
     */
    Optional<Message> deliver(String event);

    /** What the third party is called, for operators; no secret. */
    String shown();

    /** Tries it in steps. */
    ConnectionTest connectionTest();

    /** Releases everything, and ends what is under way. */
    void close();
}
