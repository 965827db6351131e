package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.FolderFacts;
import io.openintegration.daemon.connectors.files.FolderListing;
import io.openintegration.daemon.connectors.files.LandingArea;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;

/** A directory of another host. Opens no file but to look into it, and follows links as for mounted file systems. */
final class SftpLandingArea implements LandingArea {

    private final SftpAddress address;
    private final SftpSession session;
    private final String realRoot;

    /** @throws IOException where the directory is not there, or may not be looked at */
    SftpLandingArea(SftpAddress address, SftpSession session) throws IOException {
        this.address = address;
        this.session = session;
        try {
            this.realRoot = session.files().canonicalPath(address.path());
        } catch (IOException failure) {
            throw session.failures().of(failure, address.path());
        }
    }

    @Override
    public String root() {
        return address.path();
    }

    @Override
    public String fileSystemName() {
        return address.namespace();
    }

    @Override
    public String addressOf(String path) {
        return address.namespace() + path;
    }

    /** Whether the monitored path leads to a directory. */
    boolean isDirectory() throws IOException {
        return mayBeFolder(attributes(root()));
    }

    @Override
    public FolderListing list(String folder) throws IOException {
        CloseableHandle handle = open(folder);
        try {
            Attributes attributes = attributes(folder);
            if (!mayBeFolder(attributes)) {
                throw new NoSuchFileException(folder);
            }
            return new SftpFolder(
                    facts(folder, attributes), handle, session, new SftpLinks(session, realRoot, addressOf("")));
        } catch (IOException | RuntimeException failure) {
            SftpFolder.close(handle, session);
            throw failure;
        }
    }

    private CloseableHandle open(String folder) throws IOException {
        try {
            return session.files().openDir(folder);
        } catch (IOException failure) {
            throw session.failures().of(failure, folder);
        }
    }

    /** Hosts tell no identity of a directory, so one that was exchanged for another within a refresh is not found out. */
    @Override
    public boolean isStill(FolderFacts folder) {
        try {
            return mayBeFolder(attributes(folder.path()));
        } catch (IOException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
    }

    /** Where a host does not tell, it is one that can be listed. */
    private static boolean mayBeFolder(Attributes attributes) {
        SftpType type = SftpType.of(attributes);
        return type == SftpType.FOLDER || type == SftpType.UNTOLD;
    }

    /** The root may itself be reached through a link: that is the operator's wish, not a stranger's. */
    private Attributes attributes(String path) throws IOException {
        SftpClient files = session.files();
        try {
            return path.equals(root()) ? files.stat(path) : files.lstat(path);
        } catch (IOException failure) {
            throw session.failures().of(failure, path);
        }
    }

    private FolderFacts facts(String path, Attributes attributes) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new FolderFacts(
                path,
                name.isEmpty() ? addressOf(path) : name,
                Optional.ofNullable(attributes.getCreateTime()),
                Optional.ofNullable(attributes.getModifyTime()),
                null);
    }
}
