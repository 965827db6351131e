package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.Message;
import java.nio.file.Path;

/** Passes on what is to be catalogued of a folder's content; the rest is as if it were not there. */
record SelectedContent(FolderContent content, FileSelection selection, Path root) implements FolderContent {

    @Override
    public void file(FoundFile file) {
        if (selection.takesFile(inRoot(file.path()))) {
            content.file(file);
        }
    }

    @Override
    public void folder(Path folder) {
        if (selection.takesFolder(inRoot(folder))) {
            content.folder(folder);
        }
    }

    /** It may be a folder whose content is catalogued, so it is left out only where it would be as that, too. */
    @Override
    public void unreadable(Path entry, Message reason) {
        String path = inRoot(entry);
        if (selection.takesFile(path) || selection.takesFolder(path)) {
            content.unreadable(entry, reason);
        }
    }

    private String inRoot(Path path) {
        String relative = root.relativize(path).toString();
        return relative.replace(path.getFileSystem().getSeparator(), "/");
    }
}
