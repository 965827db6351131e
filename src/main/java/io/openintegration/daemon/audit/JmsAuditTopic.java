package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.messaging.JmsSender;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;

/**
 * Publishes audit records on a topic: the JSON text as the body, and what subscribers may select by as properties. Its thread
 * must have no transaction.
 */
public final class JmsAuditTopic implements AuditDestination {

    private final String name;
    private final JmsSender sender;

    /** @param topic the name that the messaging engine knows it by; made there where it is not known, if the engine does so */
    public JmsAuditTopic(String name, ConnectionFactory connections, String topic) {
        this.name = name;
        this.sender = new JmsSender(connections, (JMSContext context) -> context.createTopic(topic));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(AuditRecord auditRecord) {
        sender.send(AuditRecordJson.write(auditRecord), producer -> describe(auditRecord, producer));
    }

    @Override
    public void close() {
        sender.close();
    }

    private static void describe(AuditRecord auditRecord, JMSProducer producer) {
        producer.setProperty("serverName", auditRecord.originator().serverName());
        producer.setProperty("serverType", auditRecord.originator().serverType());
        producer.setProperty("componentName", auditRecord.component().name());
        producer.setProperty("severity", auditRecord.severity().displayName());
        producer.setProperty("severityCode", auditRecord.severity().code());
        producer.setProperty("messageId", auditRecord.messageId());
        producer.setProperty("guid", auditRecord.guid());
        producer.setProperty("incarnation", auditRecord.incarnation());
        producer.setProperty("sequence", auditRecord.sequence());
    }
}
