package io.openintegration.daemon.spi;

/**
 * An event that was accepted.
 *
 * @param number by which the inbox knows it
 * @param text as it was sent
 */
public record ReceivedEvent(long number, String text) {}
