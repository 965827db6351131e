package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.FilesMessage;
import io.openintegration.daemon.connectors.files.FolderContent;
import io.openintegration.daemon.connectors.files.FolderFacts;
import io.openintegration.daemon.connectors.files.FolderListing;
import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.util.List;
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
        } else if (attributes.isRegularFile()) {
            content.file(new SftpFile(path, path, attributes, session));
        } else if (attributes.isDirectory()) {
            content.folder(path);
        } else if (attributes.isSymbolicLink()) {
            links.visit(path, content);
        }
    }

    private void report(String path, MessageDefinition message, FolderContent content) {
        String address = links.addressOf(path);
        ConnectorName connector = session.failures().site().connector();
        Message reason = message.with(address, connector);
        content.unreadable(new ItemKey(address), reason);
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
