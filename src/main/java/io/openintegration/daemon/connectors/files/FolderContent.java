package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import java.nio.file.Path;

/** Is told what a {@link FolderReader} finds in a folder. */
interface FolderContent {

    void file(FoundFile file);

    /** A folder in the folder; never a link to one. */
    void folder(Path folder);

    /** Something that is there but cannot be looked at, or must not be. */
    void unreadable(Path entry, Message reason);
}
