package io.openintegration.daemon.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events that were accepted for one connector and that it has not taken in yet, and what it noted of those that it has. Both
 * outlast the connector's lives and the server. Safe from any thread. Every method may wait for the daemon's database, and throws
 * {@link io.openintegration.daemon.message.DaemonException} ({@code DAEMON-DATABASE-500-001}) where that fails; then nothing of it
 * was done.
 */
public interface LineageInbox {

    /**
     * The events that wait, in the order in which they were accepted. An event that was accepted twice stands here once.
     *
     * @param most how many at the most; from 1
     * @return fewer than there are where they are long; empty only where none waits
     */
    List<ReceivedEvent> waiting(int most);

    /**
     * Notes what some events told, and takes those out of the inbox: both, or nothing.
     *
     * @param done the numbers of these events
     * @param notes take the place of the notes of the same keys
     * @throws io.openintegration.daemon.message.DaemonException also where some of these events do not wait any more
     *     ({@code DAEMON-DATABASE-409-002}): another life of the connector has noted them, and these notes know nothing of that; and where
     *     this life is over ({@code INTEGRATION-DAEMON-SERVICES-409-001}). Nothing was done then
     */
    void settle(Collection<Long> done, Collection<LineageNote> notes);

    /** The notes of these keys; keys without a note are left out. */
    Map<LineageNote.Key, LineageNote> notes(Collection<LineageNote.Key> keys);

    /** The namespaces of the notes of a kind, each once, in no particular order. */
    List<String> namespaces(String kind);

    /**
     * Some notes of a kind and namespace, a page at a time, in an order of their own that does not change.
     *
     * @param after the last key of the page before; empty for the first page
     * @param most how many at the most; from 1
     * @return fewer than {@code most} where there are no more
     */
    List<LineageNote> notes(String kind, String namespace, Optional<LineageNote.Key> after, int most);

    /**
     * Takes notes away; those that are not there are no error.
     *
     * @throws io.openintegration.daemon.message.DaemonException also where the connector's life is over
     *     ({@code INTEGRATION-DAEMON-SERVICES-409-001})
     */
    void forget(Collection<LineageNote.Key> keys);
}
