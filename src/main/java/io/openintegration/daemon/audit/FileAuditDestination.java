package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;

/** Writes audit records as JSON lines to rotated files. */
public final class FileAuditDestination implements AuditDestination {

    private static final Logger LOG = System.getLogger(FileAuditDestination.class.getName());

    private final String name;
    private final RotatingFile file;

    /**
     * Does not touch the directory yet.
     *
     * @param root a directory that must not be left, neither by steps upwards nor by links
     * @param directory where the files are; of this destination alone. Made where it is not there
     */
    public FileAuditDestination(String name, Path root, Path directory, FileLimits limits, Clock clock) {
        this.name = name;
        this.file = new RotatingFile(new PermittedDirectory(root, directory), limits, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(AuditRecord auditRecord) throws IOException {
        file.append(AuditRecordJson.write(auditRecord));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "An audit file failed to close; its lines were written before", e);
        }
    }
}
