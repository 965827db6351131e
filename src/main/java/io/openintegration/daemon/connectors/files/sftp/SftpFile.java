package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.FoundFile;
import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpHelper;

/**
 * A regular file of another host.
 *
 * @param content where its bytes are: the same place, or the target of the link that stands there
 * @param attributes of the content
 */
record SftpFile(String path, String content, Attributes attributes, SftpSession session) implements FoundFile {

    @Override
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public long size() {
        return attributes.getSize();
    }

    /** In seconds; a host that tells none has files that never change but in size. */
    @Override
    public FileTime lastChange() {
        return Optional.ofNullable(attributes.getModifyTime()).orElse(FileTime.fromMillis(0));
    }

    @Override
    public FileTime created() {
        return Optional.ofNullable(attributes.getCreateTime()).orElseGet(this::lastChange);
    }

    @Override
    public boolean isLink() {
        return !path.equals(content);
    }

    @Override
    public String version() {
        return attributes.getPermissions() + "/" + (isLink() ? content : "");
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "isHidden", String.valueOf(name().startsWith(".")),
                "permissions",
                        PosixFilePermissions.toString(SftpHelper.permissionsToAttributes(attributes.getPermissions())));
    }

    @Override
    public FileBytes bytes() {
        return new FileBytes() {
            @Override
            public long size() {
                return attributes.getSize();
            }

            @Override
            public InputStream from(long offset) throws IOException {
                try {
                    return new SftpFileStream(session, session.files().open(content, OpenMode.Read), offset);
                } catch (IOException failure) {
                    throw session.failures().of(failure, content);
                }
            }
        };
    }
}
