package io.openintegration.daemon.persistence;

/**
 * How much may wait in all inboxes together.
 *
 * @param bytes as they are stored
 */
public record InboxLimits(long events, long bytes) {

    /** Whether there is room for more beside what is held. */
    boolean haveRoom(InboxFill.Sum held, InboxFill.Sum more) {
        return held.events() + more.events() <= events && held.bytes() + more.bytes() <= bytes;
    }
}
