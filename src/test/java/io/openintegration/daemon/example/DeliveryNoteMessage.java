package io.openintegration.daemon.example;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the delivery note monitor says. */
enum DeliveryNoteMessage implements MessageDefinition {
    NO_ADDRESS(
            MessageText.error(
                    "DELIVERY-NOTES-400-001",
                    400,
                    "The connection of connector {0} names no delivery note: its endpoint has no address",
                    "The connector is not started.",
                    "Give the connection an endpoint whose address is the path of the delivery note, then restart the daemon.")),
    NOTE_MISSING(MessageText.error(
            "DELIVERY-NOTES-404-001",
            404,
            "Connector {0} cannot read the delivery note {1}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Put the delivery note in this place, or correct the address, then restart the connector.")),
    TOLD_TO_END(MessageText.error(
            "DELIVERY-NOTES-503-001",
            503,
            "The refresh of connector {0} was told to end before it was complete",
            "What was not described stays catalogued as it is.",
            "Nothing to do: the next refresh is complete.")),
    LINE_UNREADABLE(MessageText.audit(
            "DELIVERY-NOTES-0101",
            Severity.ACTION,
            "Data set {0} has no description in the delivery note {1}",
            "What is catalogued of the data set stays as it is.",
            "Write the line as name=description."));

    private final MessageText text;

    DeliveryNoteMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
