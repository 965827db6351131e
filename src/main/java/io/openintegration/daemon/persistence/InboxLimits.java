package io.openintegration.daemon.persistence;

/**
 * How much may wait in all inboxes together.
 *
 * @param bytes as they are stored
 */
public record InboxLimits(long events, long bytes) {}
