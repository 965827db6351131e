package io.openintegration.daemon.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * Speaks SFTP, and can leave permissions away, which tell files and folders apart: the protocol obliges nobody to send them. Its
 * listings do not look like those of {@code ls} then, either. Where it speaks a later version than 3, it tells pipes, sockets and
 * devices as what they are.
 */
public final class SilentSftp extends SftpSubsystemFactory {

    /** Where permissions are left away. */
    public enum Silence {
        NONE,
        LISTINGS,
        EVERYWHERE
    }

    private static final Set<String> TELLING =
            Set.of("permissions", "isRegularFile", "isDirectory", "isSymbolicLink", "isOther");

    private final AtomicReference<Silence> silence;

    SilentSftp(AtomicReference<Silence> silence) {
        this.silence = silence;
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        return new Subsystem(channel, this, silence);
    }

    private static final class Subsystem extends SftpSubsystem {

        private final AtomicReference<Silence> silence;
        private boolean listing;

        private Subsystem(ChannelSession channel, SftpSubsystemFactory factory, AtomicReference<Silence> silence) {
            super(channel, factory);
            this.silence = silence;
        }

        @Override
        protected void doReadDir(Buffer buffer, int id) throws IOException {
            listing = true;
            try {
                super.doReadDir(buffer, id);
            } finally {
                listing = false;
            }
        }

        /** Where clients look for the type where permissions are missing. */
        @Override
        protected String getLongName(Path file, String name, Map<String, ?> attributes) throws IOException {
            return isSilent() ? name : super.getLongName(file, name, attributes);
        }

        @Override
        protected void writeAttrs(Buffer buffer, Map<String, ?> attributes) {
            Map<String, Object> told = new HashMap<>(attributes);
            if (isSilent()) {
                told.keySet().removeAll(TELLING);
            }
            int start = buffer.wpos();
            super.writeAttrs(buffer, told);
            if (getVersion() >= SftpConstants.SFTP_V4 && Boolean.TRUE.equals(told.get("isOther"))) {
                // the library knows no type for pipes and their like, other hosts do; it stands behind the flags
                buffer.array()[start + Integer.BYTES] = SftpConstants.SSH_FILEXFER_TYPE_SPECIAL;
            }
        }

        private boolean isSilent() {
            return silence.get() == Silence.EVERYWHERE || (listing && silence.get() == Silence.LISTINGS);
        }
    }
}
