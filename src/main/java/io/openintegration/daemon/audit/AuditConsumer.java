package io.openintegration.daemon.audit;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Takes audit records from the persistent queue and has them filed. The transaction is the queue's alone: it ends when
 * {@link #onMessage} returns, that is after the record was filed; where it was not, the transaction is rolled back and the
 * message delivered again. That, and not an exception, is what every messaging engine takes for "once more": after some
 * exceptions OpenMQ puts a message aside (ADR 13).
 *
 * <p>Open Liberty activates it by the activation specification {@code integration-daemon/AuditConsumer}, Payara by {@code
 * glassfish-ejb-jar.xml}.
 */
@MessageDriven(
        name = "AuditConsumer",
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/daemon/audit")
        })
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AuditConsumer implements MessageListener {

    private static final Logger LOG = System.getLogger(AuditConsumer.class.getName());

    @Inject
    private AuditIntake intake;

    @Resource
    private MessageDrivenContext context;

    @Override
    public void onMessage(Message message) {
        try {
            intake.take(message);
        } catch (RuntimeException e) {
            // the audit log has been told by the one who filed
            LOG.log(Level.DEBUG, "An audit record was not filed; its message stays in the queue", e);
            context.setRollbackOnly();
        }
    }
}
