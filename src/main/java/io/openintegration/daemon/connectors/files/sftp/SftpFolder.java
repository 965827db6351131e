package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.FilesMessage;
import io.openintegration.daemon.connectors.files.FolderContent;
import io.openintegration.daemon.connectors.files.FolderFacts;
import io.openintegration.daemon.connectors.files.FolderListing;
import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** An open directory of another host. */
record SftpFolder(FolderFacts folder, CloseableHandle handle, SftpSession session, SftpLinks links)
        implements FolderListing {

    @Override
    public void read(FolderContent content) throws IOException {
        List<DirEntry> page = page();
        while (page != null) {
            for (DirEntry entry : page) {
                visit(entry.getFilename(), entry.getAttributes(), content);
            }
            page = page();
        }
    }

    /** Null at the end. */
    private List<DirEntry> page() throws IOException {
        session.failures().endIfInterrupted();
        try {
            return session.files().readDir(handle);
        } catch (IOException failure) {
            throw session.failures().of(failure, folder.path());
        }
    }

    private void visit(String name, Attributes attributes, FolderContent content) {
        if (name.equals(".") || name.equals("..")) {
            return;
        }
        String path = folder.path().endsWith("/") ? folder.path() + name : folder.path() + "/" + name;
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
            report(path, RemoteMessage.NAME_NOT_USABLE, content);
        } else if (name.indexOf('\uFFFD') >= 0) {
            // What is no text comes out like this, and the way back is lost.
            report(path, FilesMessage.NAME_NOT_UNICODE, content);
        } else if (SftpType.isTold(attributes)) {
            tell(path, attributes, content);
        } else {
            ask(path, content);
        }
    }

    private void tell(String path, Attributes attributes, FolderContent content) {
        switch (SftpType.of(attributes)) {
            case FILE -> content.file(new SftpFile(path, path, attributes, session));
            case FOLDER -> content.folder(path);
            case LINK -> links.visit(path, content);
            case OTHER -> content.special(path);
            case UNTOLD -> report(path, FilesMessage.ENTRY_UNREADABLE, content, "no type");
        }
    }

    /** What is passed over would count as gone. */
    private void ask(String path, FolderContent content) {
        try {
            tell(path, session.files().lstat(path), content);
        } catch (IOException failure) {
            IOException cause = session.failures().of(failure, path);
            if (!(cause instanceof NoSuchFileException)) {
                report(
                        path,
                        FilesMessage.ENTRY_UNREADABLE,
                        content,
                        cause.getClass().getSimpleName());
            }
        }
    }

    private void report(String path, MessageDefinition message, FolderContent content, Object... details) {
        String address = links.addressOf(path);
        ConnectorName connector = session.failures().site().connector();
        Object[] parameters = Stream.concat(Stream.of(address, connector), Arrays.stream(details))
                .toArray();
        content.unreadable(path, new ItemKey(address), message.with(parameters));
    }

    @Override
    public void close() throws IOException {
        close(handle, session);
    }

    /** Where nothing can be asked for any more, the end of the session closes it. */
    static void close(CloseableHandle handle, SftpSession session) throws IOException {
        if (session.session().isOpen() && !Thread.currentThread().isInterrupted()) {
            try {
                handle.close();
            } catch (IOException failure) {
                throw session.failures().of(failure, handle.getPath());
            }
        }
    }
}
