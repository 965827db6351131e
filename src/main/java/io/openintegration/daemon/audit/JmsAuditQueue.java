package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Sends audit records to the persistent queue, as text messages (never object messages) that do not expire. Keeps its
 * connection open between records and opens a new one after a failure. Its thread must have no transaction.
 */
public final class JmsAuditQueue implements AuditDestination {

    private static final Logger LOG = System.getLogger(JmsAuditQueue.class.getName());

    private final ConnectionFactory connections;
    private final Queue queue;
    private JMSContext context;
    private JMSProducer producer;

    public JmsAuditQueue(ConnectionFactory connections, Queue queue) {
        this.connections = connections;
        this.queue = queue;
    }

    @Override
    public String name() {
        return "audit queue";
    }

    @Override
    public void write(AuditRecord auditRecord) {
        try {
            connect();
            producer.send(queue, AuditRecordJson.write(auditRecord));
        } catch (JMSRuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        JMSContext old = context;
        context = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (JMSRuntimeException e) {
            LOG.log(Level.DEBUG, "The connection to the audit queue was broken when it was closed", e);
        }
    }

    private void connect() {
        if (context == null) {
            context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setTimeToLive(Message.DEFAULT_TIME_TO_LIVE);
        }
    }
}
