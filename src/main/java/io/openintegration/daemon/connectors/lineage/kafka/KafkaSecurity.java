package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.PropertyReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * How a receiver proves who it is, and how brokers do. The text that Kafka's client takes for that names classes to load and what they
 * do; it is made here of account and password alone, and never taken from a document (CVE-2023-25194).
 *
 * @param trustStore empty: the JVM's
 */
record KafkaSecurity(
        String protocol,
        String mechanism,
        Optional<String> account,
        Optional<String> password,
        Optional<String> trustStore,
        Optional<String> trustStorePassword) {

    private static final String ENCRYPTED = "SSL";
    private static final String WITH_ACCOUNT = "SASL_PLAINTEXT";
    private static final String ENCRYPTED_WITH_ACCOUNT = "SASL_SSL";
    private static final String BARE = "PLAINTEXT";
    private static final List<String> PROTOCOLS = List.of(BARE, ENCRYPTED, WITH_ACCOUNT, ENCRYPTED_WITH_ACCOUNT);
    private static final String PLAIN = "PLAIN";
    private static final List<String> MECHANISMS = List.of(PLAIN, "SCRAM-SHA-256", "SCRAM-SHA-512");

    /** What is wrong is noted by the reader. */
    static KafkaSecurity of(Connection connection, PropertyReader reader) {
        Optional<String> account = connection.userId().filter(text -> !text.isBlank());
        Optional<String> password = connection.clearPassword().filter(text -> !text.isBlank());
        String protocol = choice(
                reader,
                KafkaProperty.SECURITY_PROTOCOL,
                PROTOCOLS,
                account.isPresent() ? ENCRYPTED_WITH_ACCOUNT : BARE);
        KafkaSecurity security = new KafkaSecurity(
                protocol,
                choice(reader, KafkaProperty.SASL_MECHANISM, MECHANISMS, "SCRAM-SHA-512"),
                account,
                password,
                connection.property(KafkaProperty.TRUST_STORE.wireName()),
                Optional.ofNullable(connection.securedProperties().get("trustStorePassword")));
        if (security.hasAccount() && (account.isEmpty() || password.isEmpty())) {
            reader.mistake(
                    KafkaProperty.SECURITY_PROTOCOL, "is " + protocol + ", which needs userId and clearPassword");
        }
        if (!security.hasAccount() && account.isPresent()) {
            reader.mistake(KafkaProperty.SECURITY_PROTOCOL, "is " + protocol + ", by which no userId is told");
        }
        if (account.filter(KafkaSecurity::isOfMoreLines).isPresent()
                || password.filter(KafkaSecurity::isOfMoreLines).isPresent()) {
            reader.mistake(KafkaProperty.SASL_MECHANISM, "takes no userId or clearPassword with control characters");
        }
        if (security.trustStore().isPresent() && !security.isEncrypted()) {
            reader.mistake(KafkaProperty.TRUST_STORE, "has no effect with securityProtocol " + protocol);
        }
        return security;
    }

    private static String choice(PropertyReader reader, KafkaProperty property, List<String> values, String usual) {
        Optional<String> value = reader.value(property)
                .map(text -> text.toString().strip().toUpperCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
        if (value.isPresent() && !values.contains(value.get())) {
            reader.mistake(property, "is none of " + String.join(", ", values));
        }
        return value.filter(values::contains).orElse(usual);
    }

    private static boolean isOfMoreLines(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    boolean isEncrypted() {
        return protocol.endsWith("SSL");
    }

    boolean hasAccount() {
        return protocol.startsWith("SASL");
    }

    /**
     * For Kafka's client. Holds secrets.
     *
     * @param files finds files
     */
    Map<String, Object> properties(Function<String, Path> files) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        if (hasAccount()) {
            properties.put(SaslConfigs.SASL_MECHANISM, mechanism);
            properties.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    (mechanism.equals(PLAIN) ? PlainLoginModule.class : ScramLoginModule.class).getName()
                            + " required username=" + quoted(account.orElse("")) + " password="
                            + quoted(password.orElse("")) + ";");
        }
        trustStore.ifPresent(file -> {
            properties.put(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, files.apply(file).toString());
            properties.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, type(file.toLowerCase(Locale.ROOT)));
            trustStorePassword.ifPresent(secret -> properties.put(SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, secret));
        });
        return properties;
    }

    private static String type(String file) {
        if (file.endsWith(".pem") || file.endsWith(".crt")) {
            return "PEM";
        }
        return file.endsWith(".jks") ? "JKS" : "PKCS12";
    }

    /** Nothing in it ends the quotation. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return protocol;
    }
}
