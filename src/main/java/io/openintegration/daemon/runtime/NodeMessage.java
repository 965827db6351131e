package io.openintegration.daemon.runtime;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said of the nodes that can run a daemon, and of what they ask of each other. */
public enum NodeMessage implements MessageDefinition {
    OUT_OF_TOUCH(audit(
            "INTEGRATION-DAEMON-SERVICES-0093",
            Severity.ERROR,
            "The nodes of the integration daemon {0} cannot exchange status and requests: {1}",
            "Connectors are not held up. A node that stands by shows the last status that it knows, and how old that is; it"
                    + " cannot pass requests on. This is tried again every second, and not told again before it works.",
            "Follow the message: as a rule the daemon's own database is away.")),
    IN_TOUCH(audit(
            "INTEGRATION-DAEMON-SERVICES-0094",
            Severity.INFO,
            "The nodes of the integration daemon {0} exchange status and requests again",
            "Status on nodes that stand by is up to date.",
            "Nothing to do.")),
    CHANGE_NOT_APPLIED(audit(
            "INTEGRATION-DAEMON-SERVICES-0095",
            Severity.ACTION,
            "The changed configuration of the integration daemon {0} did not get to the node that runs it: {1}",
            "This node uses it when it takes over. The node that runs the daemon goes on as it was.",
            "Follow the message, then apply the configuration again.")),
    COMMAND_TAKEN(audit(
            "INTEGRATION-DAEMON-SERVICES-0096",
            Severity.INFO,
            "User {0} has asked for {1} of the integration daemon {2} on another node, as request {3}",
            "It is carried out here.",
            "Nothing to do.")),
    NOBODY_ON_DUTY(error(
            "INTEGRATION-DAEMON-SERVICES-503-001",
            503,
            "No node that runs the integration daemon {0} took the request within {1} s",
            "The request was taken back; nothing was changed. This node stands by: it takes over when the lease of the other"
                    + " node is over, as a rule within seconds.",
            "Repeat the request in a few seconds. If it fails again, look at the duty of the daemon on each node, and for"
                    + " messages INTEGRATION-DAEMON-SERVICES-0092 and -0093 in the audit log.")),
    NO_ANSWER(error(
            "INTEGRATION-DAEMON-SERVICES-503-002",
            503,
            "The node that runs the integration daemon {0} has taken request {1}, and did not answer within {2} s",
            "The request may have been carried out, or may still be.",
            "Look at the status of the connectors before you repeat it.")),
    TOO_LATE(error(
            "INTEGRATION-DAEMON-SERVICES-503-003",
            503,
            "Request {0} to the integration daemon {1} waited longer than {2} s for a node to take it",
            "It was not carried out: whoever asked for it does not expect it any more.",
            "Repeat the request if it is still wanted.")),
    NODE_GONE(error(
            "INTEGRATION-DAEMON-SERVICES-503-004",
            503,
            "The node that had taken request {0} to the integration daemon {1} ended its duty without an answer",
            "The request may have been carried out, wholly or in part. It is not carried out again.",
            "Look at the status of the connectors, and repeat the request if it is still wanted.")),
    COMMAND_FAILED(error(
            "INTEGRATION-DAEMON-SERVICES-500-020",
            500,
            "Request {0} to the integration daemon {1} ended with an unexpected {2} exception",
            "It may have been carried out in part.",
            "Look at the status of the connectors; the audit log of the daemon has the stack trace."));

    private final MessageText text;

    NodeMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
