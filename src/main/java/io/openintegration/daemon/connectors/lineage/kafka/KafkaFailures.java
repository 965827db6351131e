package io.openintegration.daemon.connectors.lineage.kafka;

import io.openintegration.daemon.connectors.lineage.relay.RelayFailures;
import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;

/** Says what went wrong with Kafka, and who is at fault, in one line, and without anything that a broker says. */
record KafkaFailures(String topic, String group, RelayFailures ofBrokers) {

    /** What to throw where Kafka's client threw that. */
    ConnectorException of(KafkaException failure) {
        if (failure instanceof WakeupException || failure instanceof InterruptException) {
            return failure(FailureOrigin.CONNECTOR, RelayMessage.TOLD_TO_END, "", failure);
        } else if (failure instanceof SslAuthenticationException) {
            return ofBrokers.unavailable("no encrypted connection (" + root(failure) + ")", failure);
        } else if (failure instanceof AuthenticationException) {
            return failure(FailureOrigin.CONFIGURATION, RelayMessage.ACCOUNT_REFUSED, kind(failure), failure);
        } else if (failure instanceof GroupAuthorizationException) {
            return failure(
                    FailureOrigin.CONFIGURATION, RelayMessage.RIGHT_MISSING, "to read as group " + group, failure);
        } else if (failure instanceof AuthorizationException) {
            return failure(FailureOrigin.CONFIGURATION, RelayMessage.RIGHT_MISSING, "to read topic " + topic, failure);
        } else if (failure instanceof UnknownTopicOrPartitionException || failure instanceof InvalidTopicException) {
            return topicMissing(failure);
        } else if (failure instanceof TimeoutException) {
            return ofBrokers.unavailable("no answer in time", failure);
        }
        return failure(FailureOrigin.THIRD_PARTY, RelayMessage.MAKES_NO_SENSE, root(failure), failure);
    }

    ConnectorException topicMissing(Throwable cause) {
        return failure(FailureOrigin.CONFIGURATION, KafkaMessage.TOPIC_MISSING, topic, cause);
    }

    private ConnectorException failure(
            FailureOrigin origin, MessageDefinition message, String detail, Throwable cause) {
        return new ConnectorException(origin, message.with(ofBrokers.connector(), ofBrokers.shown(), detail), cause);
    }

    /** What kind of failure is behind it. */
    static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return kind(root);
    }

    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
