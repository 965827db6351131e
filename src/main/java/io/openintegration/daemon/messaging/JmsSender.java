package io.openintegration.daemon.messaging;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sends text messages (never object messages) that are persistent and do not expire. Keeps its connection open between
 * messages and opens a new one after a failure. Its one thread must have no transaction.
 */
public final class JmsSender {

    private static final Logger LOG = System.getLogger(JmsSender.class.getName());

    private final ConnectionFactory connections;
    private final Function<JMSContext, Destination> destinations;
    private JMSContext context;
    private JMSProducer producer;
    private Destination destination;

    /** @param destinations where to send, asked once for each connection */
    public JmsSender(ConnectionFactory connections, Function<JMSContext, Destination> destinations) {
        this.connections = connections;
        this.destinations = destinations;
    }

    /**
     * Sends a message.
     *
     * @param properties sets those of this message; they start empty
     * @throws JMSRuntimeException where the messaging engine did not say that it has it; it may have it all the same
     */
    public void send(String text, Consumer<JMSProducer> properties) {
        try {
            connect();
            producer.clearProperties();
            properties.accept(producer);
            producer.send(destination, text);
        } catch (JMSRuntimeException e) {
            close();
            throw e;
        }
    }

    /** Closes the connection; sending opens a new one. */
    public void close() {
        JMSContext old = context;
        context = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (JMSRuntimeException e) {
            LOG.log(Level.DEBUG, "The connection to the messaging engine was broken when it was closed", e);
        }
    }

    private void connect() {
        if (context == null) {
            context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
            destination = destinations.apply(context);
            producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setTimeToLive(Message.DEFAULT_TIME_TO_LIVE);
        }
    }
}
