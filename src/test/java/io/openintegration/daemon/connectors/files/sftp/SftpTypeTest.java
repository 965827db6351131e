package io.openintegration.daemon.connectors.files.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.common.SftpConstants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpTypeTest {

    /** Version 3 of the protocol, which most hosts speak, has no other word for the type than the mode of POSIX. */
    @ParameterizedTest
    @CsvSource({
        "0100644, FILE",
        "040755, FOLDER",
        "0120777, LINK",
        "010644, OTHER", // a pipe
        "0140755, OTHER", // a socket
        "020666, OTHER", // a device of characters
        "060660, OTHER", // a device of blocks
        "0644, UNTOLD"
    })
    void modeTellsTheType(String octal, SftpType type) {
        Attributes attributes = new Attributes();
        attributes.setPermissions(Integer.parseInt(octal, 8));

        assertThat(SftpType.of(attributes)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                SftpConstants.SSH_FILEXFER_TYPE_SPECIAL,
                SftpConstants.SSH_FILEXFER_TYPE_SOCKET,
                SftpConstants.SSH_FILEXFER_TYPE_CHAR_DEVICE,
                SftpConstants.SSH_FILEXFER_TYPE_BLOCK_DEVICE,
                SftpConstants.SSH_FILEXFER_TYPE_FIFO
            })
    void laterVersionsNameTheType(int named) {
        Attributes attributes = new Attributes();
        attributes.setType(named);

        assertThat(SftpType.of(attributes)).isEqualTo(SftpType.OTHER);
    }
}
