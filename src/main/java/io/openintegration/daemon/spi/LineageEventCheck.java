package io.openintegration.daemon.spi;

/** Tells whether a connector can make anything of an event, before it is accepted. Safe from any thread, and quick. */
@FunctionalInterface
public interface LineageEventCheck {

    /**
     * @param event as it was sent
     * @throws ConnectorException with a message of HTTP code 400 that says what is wrong, and where
     */
    void check(String event);
}
