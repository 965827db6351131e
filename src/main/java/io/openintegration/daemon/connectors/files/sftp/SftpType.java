package io.openintegration.daemon.connectors.files.sftp;

import org.apache.sshd.sftp.client.SftpClient.Attribute;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.common.SftpConstants;

/** What a name on another host stands for. */
enum SftpType {
    FILE,
    FOLDER,
    LINK,
    /** A pipe, a socket, a device. */
    OTHER,
    /** The host does not tell. */
    UNTOLD;

    /** The bits of permissions that tell the type. */
    private static final int MASK = 0xF000;

    static SftpType of(Attributes attributes) {
        if (attributes.isRegularFile()) {
            return FILE;
        } else if (attributes.isDirectory()) {
            return FOLDER;
        } else if (attributes.isSymbolicLink()) {
            return LINK;
        } else if ((attributes.getPermissions() & MASK) != 0) {
            return OTHER;
        }
        return switch (attributes.getType()) {
            case SftpConstants.SSH_FILEXFER_TYPE_REGULAR -> FILE;
            case SftpConstants.SSH_FILEXFER_TYPE_DIRECTORY -> FOLDER;
            case SftpConstants.SSH_FILEXFER_TYPE_SYMLINK -> LINK;
            case SftpConstants.SSH_FILEXFER_TYPE_SPECIAL,
                    SftpConstants.SSH_FILEXFER_TYPE_SOCKET,
                    SftpConstants.SSH_FILEXFER_TYPE_CHAR_DEVICE,
                    SftpConstants.SSH_FILEXFER_TYPE_BLOCK_DEVICE,
                    SftpConstants.SSH_FILEXFER_TYPE_FIFO -> OTHER;
            default -> UNTOLD;
        };
    }

    /** Whether a listing says enough of a name; some hosts have to be asked once more for each. */
    static boolean isTold(Attributes attributes) {
        return switch (of(attributes)) {
            case UNTOLD -> false;
            case FILE -> attributes.getFlags().contains(Attribute.Size);
            default -> true;
        };
    }
}
