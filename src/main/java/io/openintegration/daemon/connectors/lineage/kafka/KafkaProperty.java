package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.choice.ChoiceProperty;
import io.openintegration.daemon.spi.ConnectorProperty;
import java.util.Map;

/** The configuration properties of the receiver from Kafka, beside those that choose among events. */
enum KafkaProperty implements ConnectorProperty {
    TOPIC("topic", "The topic that events are read from. It has no default."),
    CONSUMER_GROUP(
            "consumerGroup",
            "The group by which Kafka knows how far was read; receivers with the same group share the topic's events. Default: the names"
                    + " of daemon and connector, with a dot between them."),
    START_FROM(
            "startFrom",
            "Where a group begins of which Kafka knows nothing, or whose place is no longer there: earliest or latest. Default: earliest."),
    BATCH_SIZE("batchSize", "How many events are stored together at the most, from 1 to 1000. Default: 200."),
    SECURITY_PROTOCOL(
            "securityProtocol",
            "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL. Default: SASL_SSL where the connection has a userId, else PLAINTEXT."),
    SASL_MECHANISM(
            "saslMechanism",
            "How the account is proved: PLAIN, SCRAM-SHA-256 or SCRAM-SHA-512. Default: SCRAM-SHA-512. The password is clearPassword."),
    TRUST_STORE(
            "trustStore",
            "File with the certificates that brokers are known by: PKCS12, JKS (*.jks) or PEM (*.pem, *.crt). Default: those of the JVM. Its"
                    + " password is the secured property trustStorePassword."),
    CONNECT_TIMEOUT(
            "connectTimeout", "How long connecting to a broker may take, in seconds, from 1 to 300. Default: 10."),
    REQUEST_TIMEOUT(
            "requestTimeout", "How long one answer of a broker may take, in seconds, from 1 to 600. Default: 30."),
    OUTAGE_LIMIT(
            "outageLimit",
            "How long no broker may be heard of until the connector fails, in seconds, from 1 to 3600. Default: 60. Shorter outages are"
                    + " waited for.");

    private final String wireName;
    private final String meaning;

    KafkaProperty(String wireName, String meaning) {
        this.wireName = wireName;
        this.meaning = meaning;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** All, each with a sentence for operators. */
    static Map<String, String> described() {
        return ChoiceProperty.describedWith(values());
    }
}
