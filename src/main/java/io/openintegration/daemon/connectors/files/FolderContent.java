package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;

/** Is told what there is in a folder. */
public interface FolderContent {

    void file(FoundFile file);

    /**
     * A folder in the folder; never a link to one.
     *
     * @param path in its place
     */
    void folder(String path);

    /**
     * A pipe, a socket, a device, or a link to one: nothing that could be catalogued, and nothing to open.
     *
     * @param path in its place
     */
    void special(String path);

    /**
     * Something that is there but cannot be looked at, or must not be.
     *
     * @param path in its place, as far as it can be told
     * @param entry its identity
     */
    void unreadable(String path, ItemKey entry, Message reason);
}
