package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ServerName;
import java.util.List;
import java.util.UUID;

/** Port: the lists of changes of all plans and runs. Safe from any thread; fails as {@link ChangeList} does. */
public interface ChangeLists {

    /**
     * A list, which may still be empty.
     *
     * @param daemon the integration daemon
     * @param connector the connector's name in it
     * @param id of the plan or run
     */
    ChangeList list(ServerName daemon, String connector, UUID id);

    /** Forgets a list. */
    void delete(UUID id);

    /**
     * Changes that are written according to one list, and not, or not so, according to the other; in the order of their list.
     *
     * @param limit the most to return, at least 1
     */
    List<ItemChange> notIn(UUID list, UUID other, int limit);

    /** How many {@link #notIn} would return without a limit. */
    long countNotIn(UUID list, UUID other);
}
