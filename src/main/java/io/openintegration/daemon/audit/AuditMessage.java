package io.openintegration.daemon.audit;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the audit log says about itself. */
public enum AuditMessage implements MessageDefinition {
    RECORDS_LOST(audit(
            "AUDIT-LOG-0001",
            Severity.ACTION,
            "{0} audit records of this server with sequence numbers from {1} to {2} did not reach the {3}",
            "The records were dropped because the buffer of this destination was full. Records are delivered again.",
            "Find out why the destination was away or slow at the time of this record. The other destinations may"
                    + " hold the missing records.")),
    DESTINATION_AWAY(audit(
            "AUDIT-LOG-0002",
            Severity.ERROR,
            "Audit records cannot be written to the {0}: {1}",
            "Records are kept in memory and written once the destination works again. When the buffer is full, further"
                    + " records are dropped and counted.",
            "Check the destination. For the queue: whether the messaging engine or broker is running.")),
    DESTINATION_BACK(audit(
            "AUDIT-LOG-0003",
            Severity.INFO,
            "Audit records are written to the {0} again",
            "The records that were kept are being written in their order.",
            "No action is needed.")),
    FILING_FAILED(audit(
            "AUDIT-LOG-0004",
            Severity.ERROR,
            "Audit records cannot be filed in the audit trail: {0}",
            "The records stay in the persistent queue and are filed once the audit trail works again. This is reported"
                    + " once until then.",
            "Check the daemon's database.")),
    FILING_RESUMED(audit(
            "AUDIT-LOG-0005",
            Severity.INFO,
            "Audit records are filed in the audit trail again",
            "The records that waited in the queue are being filed.",
            "No action is needed.")),
    MESSAGE_DROPPED(audit(
            "AUDIT-LOG-0006",
            Severity.ERROR,
            "A message on the audit queue is not an audit record and was dropped: message {0}, {1}",
            "The message was removed from the queue. Nothing was filed for it.",
            "Find out who else sends to the audit queue; only the daemon itself should be permitted to.")),
    RECORDS_MISSED(audit(
            "AUDIT-LOG-0007",
            Severity.ACTION,
            "{0} audit records of server {1} (start {2}) with sequence numbers from {3} to {4} did not reach its {5}",
            "The records were dropped because the buffer of this destination was full. Records are delivered again.",
            "Find out why the destination was away or slow at the time of this record. The audit trail in the database"
                    + " holds the missing records.")),
    RECORDS_GIVEN_UP(audit(
            "AUDIT-LOG-0008",
            Severity.ACTION,
            "{0} audit records of server {1} were given up when its {2} was closed",
            "The destination did not take them in the time that closing may take.",
            "Find out why the destination is away or slow. The audit trail in the database holds the missing"
                    + " records.")),
    OLD_FILE_STAYS(audit(
            "AUDIT-LOG-0009",
            Severity.ERROR,
            "The old audit file {0} cannot be removed: {1}",
            "Writing goes on; removing the file is tried again with the next rotation.",
            "Check who owns the file and its directory.")),
    TRAIL_PURGED(audit(
            "AUDIT-LOG-0010",
            Severity.INFO,
            "{0} audit records of server {1} from before {2} were removed from the audit trail",
            "They were older than the audit trail keeps records of this server.",
            "No action is needed. To keep records longer, set daemon.audit.retention.days, or retentionDays of the"
                    + " server's database destination.")),
    PURGE_FAILED(audit(
            "AUDIT-LOG-0011",
            Severity.ERROR,
            "Old records cannot be removed from the audit trail: {0}",
            "It is tried again in an hour. This is reported once until it works.",
            "Check the daemon's database.")),
    AUDIT_LOG_ENDS(audit(
            "AUDIT-LOG-0012",
            Severity.SHUTDOWN,
            "The audit log of this platform ends; mark {0}",
            "Records that are still in the queue are delivered at the next start.",
            "No action is needed.")),
    UNREADABLE_RECORD(error(
            "AUDIT-LOG-400-001",
            400,
            "The text is not an audit record in JSON: {0}",
            "The text is not used.",
            "Find out what wrote it."));

    private final MessageText text;

    AuditMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
