package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.AuditRecords;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JmsAuditQueueTest {

    private final Answers answers = new Answers();
    private final List<String> sent = new ArrayList<>();
    private boolean away;

    private final JmsAuditQueue queue =
            new JmsAuditQueue(connections(), answers.as(Queue.class, (method, arguments) -> "q"));

    @Test
    void recordIsSentAsPersistentTextThatDoesNotExpire() {
        queue.write(AuditRecords.numbered(1));

        assertThat(sent).containsExactly(AuditRecordJson.writeAll(List.of(AuditRecords.numbered(1))));
        assertThat(answers.calls()).contains("setDeliveryMode[2]", "setTimeToLive[0]");
    }

    @Test
    void recordsThatWaitTogetherGoInOneMessage() {
        List<AuditRecord> records = List.of(AuditRecords.numbered(1), AuditRecords.numbered(2));

        queue.writeAll(records);

        assertThat(sent).singleElement().satisfies(text -> assertThat(AuditRecordJson.readAll(text, problem -> {
                    throw problem;
                }))
                .isEqualTo(records));
    }

    @Test
    void connectionIsKeptBetweenRecords() {
        queue.write(AuditRecords.numbered(1));
        queue.write(AuditRecords.numbered(2));

        assertThat(answers.calls()).containsOnlyOnce("createContext[1]");
    }

    @Test
    void connectionIsOpenedAnewAfterAFailure() {
        queue.write(AuditRecords.numbered(1));
        away = true;
        assertThatThrownBy(() -> queue.write(AuditRecords.numbered(2))).isInstanceOf(JMSRuntimeException.class);
        away = false;
        queue.write(AuditRecords.numbered(2));
        queue.close();

        assertThat(sent).hasSize(2);
        assertThat(answers.calls().stream().filter("createContext[1]"::equals)).hasSize(2);
        assertThat(answers.calls().stream().filter("close[]"::equals)).hasSize(2);
    }

    private ConnectionFactory connections() {
        return answers.as(ConnectionFactory.class, (method, arguments) -> context());
    }

    private JMSContext context() {
        return answers.as(JMSContext.class, (method, arguments) -> method.equals("createProducer") ? producer() : null);
    }

    private JMSProducer producer() {
        JMSProducer[] self = new JMSProducer[1];
        self[0] = answers.as(JMSProducer.class, (method, arguments) -> {
            if (method.equals("send")) {
                send(arguments.get(1).toString());
            }
            return self[0];
        });
        return self[0];
    }

    private void send(String text) {
        if (away) {
            throw new JMSRuntimeException("broker away");
        }
        sent.add(text);
    }
}
