package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.messaging.JmsSender;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.List;

/**
 * Sends audit records to the persistent queue, as text messages that do not expire. What waits together goes in one message, since
 * it is the number of messages that costs (ADR 27). Its thread must have no transaction.
 */
public final class JmsAuditQueue implements AuditDestination {

    /** With a stack trace a record is some 10 KB. */
    private static final int MOST_IN_A_MESSAGE = 50;

    private final JmsSender sender;

    public JmsAuditQueue(ConnectionFactory connections, Queue queue) {
        this.sender = new JmsSender(connections, context -> queue);
    }

    @Override
    public String name() {
        return "audit queue";
    }

    @Override
    public void write(AuditRecord auditRecord) {
        writeAll(List.of(auditRecord));
    }

    @Override
    public int mostAtATime() {
        return MOST_IN_A_MESSAGE;
    }

    @Override
    public void writeAll(List<AuditRecord> auditRecords) {
        sender.send(AuditRecordJson.writeAll(auditRecords), producer -> {});
    }

    @Override
    public void close() {
        sender.close();
    }
}
