package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditTrail;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Files the content of messages outside of the consumer's transaction: database and messaging engine need no common one,
 * since filing a record twice is harmless and losing one is not.
 *
 * <p>No EJB: Payara delivers messages while it takes an application away, and a call of a singleton that is gone already leaves the
 * thread without its transaction, for all applications to come (ADR 13).
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class AuditIntake {

    /** How long a message is held that comes when the destinations are closed: it would come again at once. */
    private static final Duration HOLD = Duration.ofMillis(500);

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
        filing = new AuditFiling(destinations::dispatch, log, consumption, clock, AuditIntake::pause);
    }

    /**
     * Returns normally where the message is done with: filed, or no audit record at all, reported and dropped.
     *
     * @throws RuntimeException where the trail does not take it; the message must be delivered again
     */
    public void take(Message message) {
        if (routes.closed()) { // the next start of the platform delivers it
            throw closed();
        }
        if (message instanceof TextMessage textMessage) {
            filing.file(id(message), text(textMessage));
        } else {
            filing.drop(id(message), "not a text message");
        }
    }

    private static IllegalStateException closed() {
        try {
            pause(HOLD);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new IllegalStateException("the audit destinations are closed");
    }

    private static void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
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
