package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells the entries of directories apart.
 *
 * @param realRoot what no link may lead out of
 * @param attributesType the most that the file system knows
 */
record LocalEntries(Path realRoot, Class<? extends BasicFileAttributes> attributesType, ConnectorName connector) {

    void visit(Path entry, FolderContent content) {
        if (!UnicodeNames.isUnicode(entry)) {
            content.unreadable(entry.toString(), keyOf(entry), FilesMessage.NAME_NOT_UNICODE.with(entry, connector));
            return;
        }
        try {
            visit(entry, attributes(entry), content);
        } catch (NoSuchFileException gone) {
            return; // what vanished after it was listed is not there
        } catch (IOException failure) {
            content.unreadable(
                    entry.toString(), keyOf(entry), FilesMessage.unreadable(entry.toString(), connector, failure));
        }
    }

    private void visit(Path entry, BasicFileAttributes attributes, FolderContent content) {
        if (attributes.isRegularFile()) {
            content.file(new LocalFile(entry, entry, attributes));
        } else if (attributes.isDirectory()) {
            content.folder(entry.toString());
        } else if (attributes.isSymbolicLink()) {
            visitLink(entry, content);
        } else {
            content.special(entry.toString());
        }
    }

    private void visitLink(Path link, FolderContent content) {
        try {
            Path target = link.toRealPath();
            if (!target.startsWith(realRoot)) {
                content.unreadable(link.toString(), keyOf(link), FilesMessage.LINK_LEAVES.with(link, connector));
                return;
            }
            BasicFileAttributes attributes = attributes(target);
            if (attributes.isRegularFile()) {
                content.file(new LocalFile(link, target, attributes));
            } else if (attributes.isOther()) {
                content.special(link.toString());
            }
        } catch (IOException broken) {
            content.unreadable(link.toString(), keyOf(link), FilesMessage.LINK_BROKEN.with(link, connector));
        }
    }

    private BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, attributesType, LinkOption.NOFOLLOW_LINKS);
    }

    /** Bytes that are no text are told apart by their URI. */
    private static ItemKey keyOf(Path path) {
        return new ItemKey(
                UnicodeNames.isUnicode(path) ? path.toString() : path.toUri().toString());
    }
}
