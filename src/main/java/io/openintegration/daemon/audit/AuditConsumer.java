package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditTrail;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.Objects;

/**
 * Takes audit records from the persistent queue and files them. A message is acknowledged when {@link #onMessage}
 * returns, that is after its record was filed; where it throws, the message is delivered again. Without a transaction,
 * since filing a record twice is harmless and losing one is not.
 *
 * <p>Open Liberty activates it by the activation specification {@code integration-daemon/AuditConsumer}.
 */
@MessageDriven(
        name = "AuditConsumer",
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/daemon/audit"),
            @ActivationConfigProperty(propertyName = "acknowledgeMode", propertyValue = "Auto-acknowledge")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditConsumer implements MessageListener {

    @Inject
    AuditTrail trail;

    @Inject
    AuditRoutes routes;

    @Inject
    AuditLog log;

    @Inject
    AuditConsumption consumption;

    @Inject
    Clock clock;

    private AuditFiling filing;

    @PostConstruct
    void prepare() {
        AuditDispatch destinations = new AuditDispatch(trail, routes);
        filing = new AuditFiling(
                destinations::dispatch, log, consumption, clock, duration -> Thread.sleep(duration.toMillis()));
    }

    @Override
    public void onMessage(Message message) {
        if (routes.closed()) { // the next start of the platform delivers it
            throw new IllegalStateException("the audit destinations are closed");
        }
        if (message instanceof TextMessage textMessage) {
            filing.file(id(message), text(textMessage));
        } else {
            filing.drop(id(message), "not a text message");
        }
    }

    /** A text that cannot be got out of a message that has arrived will never be: it is as good as none. */
    private static String text(TextMessage message) {
        try {
            return Objects.requireNonNullElse(message.getText(), "");
        } catch (JMSException e) {
            return "";
        }
    }

    private static String id(Message message) {
        try {
            return Objects.requireNonNullElse(message.getJMSMessageID(), "without id");
        } catch (JMSException e) {
            return "without id";
        }
    }
}
