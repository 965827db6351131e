package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.FilesMessage;
import io.openintegration.daemon.connectors.files.FolderContent;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import org.apache.sshd.sftp.client.SftpClient.Attributes;

/**
 * Follows links no further than to a regular file below the monitored directory.
 *
 * @param realRoot what no link may lead out of, as the host names it
 * @param prefix what makes a path an address
 */
record SftpLinks(SftpSession session, String realRoot, String prefix) {

    String addressOf(String path) {
        return prefix + path;
    }

    void visit(String link, FolderContent content) {
        ItemKey key = new ItemKey(addressOf(link));
        ConnectorName connector = session.failures().site().connector();
        try {
            String target = session.files().canonicalPath(link);
            if (!target.startsWith(realRoot.endsWith("/") ? realRoot : realRoot + "/")) {
                content.unreadable(link, key, FilesMessage.LINK_LEAVES.with(key, connector));
                return;
            }
            Attributes attributes = session.files().lstat(target);
            SftpType type = SftpType.of(attributes);
            if (type == SftpType.FILE) {
                content.file(new SftpFile(link, target, attributes, session));
            } else if (type == SftpType.OTHER) {
                content.special(link);
            } else if (type == SftpType.LINK || type == SftpType.UNTOLD) {
                content.unreadable(link, key, FilesMessage.LINK_BROKEN.with(key, connector));
            }
        } catch (IOException failure) {
            session.failures().requireOfOne(failure, link);
            content.unreadable(link, key, FilesMessage.LINK_BROKEN.with(key, connector));
        }
    }
}
