package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditTrail;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.util.Objects;

/**
 * Files the content of messages outside of the consumer's transaction: database and messaging engine need no common one,
 * since filing a record twice is harmless and losing one is not.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditIntake {

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditRoutes routes;

    @Inject
    private AuditLog log;

    @Inject
    private AuditConsumption consumption;

    @Inject
    private Clock clock;

    private AuditFiling filing;

    @PostConstruct
    void prepare() {
        AuditDispatch destinations = new AuditDispatch(trail, routes);
        filing = new AuditFiling(
                destinations::dispatch, log, consumption, clock, duration -> Thread.sleep(duration.toMillis()));
    }

    /**
     * Returns normally where the message is done with: filed, or no audit record at all, reported and dropped.
     *
     * @throws RuntimeException where the trail does not take it; the message must be delivered again
     */
    public void take(Message message) {
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
