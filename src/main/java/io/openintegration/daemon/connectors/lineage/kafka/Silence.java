package io.openintegration.daemon.connectors.lineage.kafka;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * How long no broker was heard of. Kafka's client goes on asking for ever and says nothing of it; but as long as it is connected something
 * comes in each second or two, be it to say that there is no news.
 */
final class Silence {

    private final Consumer<byte[], byte[]> consumer;
    private double received = -1;
    private int looks;

    Silence(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Returns after how many looks, this one among them, nothing has come in; 0 where something has. */
    int look() {
        double now = received();
        looks = now == received ? looks + 1 : 0;
        received = now;
        return looks;
    }

    void over() {
        looks = 0;
    }

    private double received() {
        for (Map.Entry<MetricName, ? extends Metric> metric : consumer.metrics().entrySet()) {
            MetricName name = metric.getKey();
            if (name.name().equals("incoming-byte-total") && name.group().equals("consumer-metrics")) {
                return (Double) metric.getValue().metricValue();
            }
        }
        throw new IllegalStateException("Kafka's client does not count what it receives");
    }
}
