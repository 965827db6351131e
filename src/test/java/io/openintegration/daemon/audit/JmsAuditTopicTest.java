package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.AuditRecords;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Topic;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmsAuditTopicTest {

    private final Answers answers = new Answers();
    private final List<String> sent = new ArrayList<>();
    private boolean away;
    private final Topic topic = answers.as(Topic.class, (method, arguments) -> "the topic");
    private final JmsAuditTopic destination =
            new JmsAuditTopic("topic", answers.as(ConnectionFactory.class, (method, arguments) -> context()), "a.b");

    @Test
    void recordIsPublishedAsPersistentTextWithPropertiesToSelectBy() {
        destination.write(AuditRecords.numbered(1));

        assertThat(sent).containsExactly("the topic: " + AuditRecordJson.write(AuditRecords.numbered(1)));
        assertThat(answers.calls())
                .contains(
                        "createTopic[a.b]",
                        "setDeliveryMode[2]",
                        "setTimeToLive[0]",
                        "setProperty[serverName, integration-daemon]",
                        "setProperty[serverType, Integration Daemon]",
                        "setProperty[componentName, Test]",
                        "setProperty[severity, Startup]",
                        "setProperty[severityCode, 8]",
                        "setProperty[messageId, TEST-0001]",
                        "setProperty[guid, guid-integration-daemon-1]",
                        "setProperty[sequence, 1]");
    }

    @Test
    void connectionIsOpenedAnewAfterAFailure() {
        away = true;
        assertThatThrownBy(() -> destination.write(AuditRecords.numbered(1))).isInstanceOf(JMSRuntimeException.class);
        away = false;
        destination.write(AuditRecords.numbered(1));
        destination.close();

        assertThat(sent).hasSize(1);
        assertThat(answers.calls().stream().filter("createContext[1]"::equals)).hasSize(2);
        assertThat(answers.calls().stream().filter("close[]"::equals)).hasSize(2);
    }

    private JMSContext context() {
        return answers.as(JMSContext.class, (method, arguments) -> switch (method) {
            case "createProducer" -> producer();
            case "createTopic" -> topic;
            default -> null;
        });
    }

    private JMSProducer producer() {
        JMSProducer[] self = new JMSProducer[1];
        self[0] = answers.as(JMSProducer.class, (method, arguments) -> {
            if (method.equals("send")) {
                if (away) {
                    throw new JMSRuntimeException("broker away");
                }
                sent.add(arguments.get(0) + ": " + arguments.get(1));
            }
            return self[0];
        });
        return self[0];
    }
}
