package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectorName;

/** What one refresh has to remark on files with which nothing is wrong: the first of it is told, of the rest how much there is. */
final class FileRemarks implements AutoCloseable {

    /** More would only hide what else the audit log has to tell. */
    static final int MOST_TOLD = 100;

    private final ConnectorName connector;
    private final AuditLog auditLog;
    private final FilesMessage more;
    private long made;

    /** @param more says of how many more there would be something to remark: with the connector's name and that number */
    FileRemarks(ConnectorName connector, AuditLog auditLog, FilesMessage more) {
        this.connector = connector;
        this.auditLog = auditLog;
        this.more = more;
    }

    void add(Message remark) {
        made++;
        if (made <= MOST_TOLD) {
            auditLog.log("refresh", remark);
        }
    }

    /** At the end of the refresh. */
    @Override
    public void close() {
        if (made > MOST_TOLD) {
            auditLog.log("refresh", more.with(connector, made - MOST_TOLD));
        }
    }
}
