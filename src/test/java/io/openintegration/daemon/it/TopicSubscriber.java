package io.openintegration.daemon.it;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A subscriber inside the server, deployed with the application under test: {@code POST ?name=&topic=&selector=}
 * subscribes, {@code GET ?name=} answers what was received since then, a line for each message.
 */
@WebServlet("/it/topic")
public class TopicSubscriber extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Resource(lookup = "jms/daemon/audit-cf")
    private transient ConnectionFactory connections;

    @Resource
    private transient ManagedThreadFactory threads;

    private final transient Map<String, List<String>> received = new ConcurrentHashMap<>();
    private volatile boolean ending;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> messages = new CopyOnWriteArrayList<>();
        received.put(request.getParameter("name"), messages);
        CountDownLatch subscribed = new CountDownLatch(1);
        String topic = request.getParameter("topic");
        String selector = request.getParameter("selector");
        threads.newThread(() -> receive(topic, selector, messages, subscribed)).start();
        try {
            subscribed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.getWriter().print("subscribed");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(String.join("\n", received.get(request.getParameter("name"))));
    }

    @Override
    public void destroy() {
        ending = true;
    }

    private void receive(String topic, String selector, List<String> messages, CountDownLatch subscribed) {
        try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                JMSConsumer consumer = context.createConsumer(context.createTopic(topic), selector)) {
            subscribed.countDown();
            while (!ending) {
                Message message = consumer.receive(200);
                if (message != null) {
                    messages.add(line(message));
                }
            }
        } finally {
            subscribed.countDown();
        }
    }

    private static String line(Message message) {
        try {
            return message.getStringProperty("messageId") + " " + message.getJMSExpiration() + " "
                    + (message instanceof TextMessage text ? text.getText() : "not a text message");
        } catch (JMSException e) {
            return e.toString();
        }
    }
}
