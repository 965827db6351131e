package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;

/** Sends audit records to the persistent queue, as text messages that do not expire. Its thread must have no transaction. */
public final class JmsAuditQueue implements AuditDestination {

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
        sender.send(AuditRecordJson.write(auditRecord), producer -> {});
    }

    @Override
    public void close() {
        sender.close();
    }
}
