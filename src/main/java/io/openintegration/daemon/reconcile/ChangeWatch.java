package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.List;
import java.util.Map;

/** Is told of changes before they are written, and may keep them from it. Called by the refresh's thread. */
public interface ChangeWatch {

    /** Does not want to know. */
    ChangeWatch NONE = new ChangeWatch() {

        @Override
        public boolean isInterested(ChangeAction action) {
            return false;
        }

        @Override
        public Map<ItemKey, Message> before(List<ItemChange> changes) {
            return Map.of();
        }

        @Override
        public void withdrawn() {
            // nothing was noted
        }
    };

    /** Whether it is to be told of changes of that kind. Finding out what a change is costs time. */
    boolean isInterested(ChangeAction action);

    /**
     * These changes are about to be written, and no others; those that are not written anyway are only told of. What it throws ends the
     * refresh.
     *
     * @return those that must not be written, and why
     */
    Map<ItemKey, Message> before(List<ItemChange> changes);

    /** The changes that it was told of last were not made: the metadata server refused one of them. */
    void withdrawn();
}
