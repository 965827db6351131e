package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.io.File;

/**
 * Passes on what is to be catalogued of a folder's content; the rest is as if it were not there.
 *
 * @param root path of the monitored folder, in its place
 */
record SelectedContent(FolderContent content, FileSelection selection, String root) implements FolderContent {

    @Override
    public void file(FoundFile file) {
        if (selection.takesFile(inRoot(root, file.path()))) {
            content.file(file);
        }
    }

    @Override
    public void folder(String path) {
        if (selection.takesFolder(inRoot(root, path))) {
            content.folder(path);
        }
    }

    @Override
    public void special(String path) {
        if (selection.takesFile(inRoot(root, path))) {
            content.special(path);
        }
    }

    /** It may be a folder whose content is catalogued, so it is left out only where it would be as that, too. */
    @Override
    public void unreadable(String path, ItemKey entry, Message reason) {
        String relative = inRoot(root, path);
        if (selection.takesFile(relative) || selection.takesFolder(relative)) {
            content.unreadable(path, entry, reason);
        }
    }

    /** A path from the root on, with {@code /} between its parts and none at its end; empty for the root itself. */
    static String inRoot(String root, String path) {
        String relative = path.startsWith(root) ? path.substring(root.length()) : path;
        String unified = relative.replace(File.separatorChar, '/');
        int start = unified.startsWith("/") ? 1 : 0;
        return unified.substring(
                start, unified.endsWith("/") ? Math.max(start, unified.length() - 1) : unified.length());
    }
}
