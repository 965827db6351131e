package io.openintegration.daemon.reconcile;

import static io.openintegration.daemon.message.MessageText.audit;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What reconciling has to say: mostly why something that was described is not catalogued so. */
public enum ReconcileMessage implements MessageDefinition {
    /** Parameters: qualified name, the owning metadata source's name. */
    OTHER_SOURCE_OWNS(audit(
            "INTEGRATION-DAEMON-RECONCILE-0001",
            Severity.ACTION,
            "Element {0} exists already and belongs to metadata source {1}",
            "The element is left as it is; this connector does not catalogue the item.",
            "Let one source describe it only, or let the connectors use different qualified names.")),
    /** Parameters: qualified name, the other connector's name. */
    OTHER_CONNECTOR_OWNS(audit(
            "INTEGRATION-DAEMON-RECONCILE-0002",
            Severity.ACTION,
            "Element {0} is already catalogued by connector {1}",
            "The connector that was first keeps it; this connector does not catalogue the item.",
            "Configure the connectors so that only one of them describes the item.")),
    /** Parameters: qualified name, key of the other item. */
    OTHER_ITEM_OWNS(audit(
            "INTEGRATION-DAEMON-RECONCILE-0003",
            Severity.ACTION,
            "Element {0} is already catalogued for another item of this connector, {1}",
            "The item that was first keeps it; the second one is not catalogued in this refresh.",
            "If the first item is gone the next refresh catalogues the second. Otherwise their names must differ.")),
    /** Parameters: qualified name. */
    NAME_USED_TWICE(audit(
            "INTEGRATION-DAEMON-RECONCILE-0004",
            Severity.ACTION,
            "The name {0} was given to two of the described elements",
            "The item that was described first keeps the name; the other one is not catalogued.",
            "Report it to the author of the connector: qualified names must be unique.")),
    /** Parameters: item key. */
    DESCRIBED_TWICE(audit(
            "INTEGRATION-DAEMON-RECONCILE-0005",
            Severity.ACTION,
            "Item {0} was described more than once in this refresh",
            "The first description counts; the later ones are ignored.",
            "Report it to the author of the connector: an item belongs in one place.")),
    /** Parameters: qualified name, id and text of the metadata server's refusal. */
    ITEM_REFUSED(audit(
            "INTEGRATION-DAEMON-RECONCILE-0006",
            Severity.ERROR,
            "The metadata server refused to catalogue {0}: {1}",
            "What was catalogued of it before, if anything, is left as it is. The other items were catalogued.",
            "Correct what the refusal names; the next refresh tries again.")),
    /** Parameters: item key, id and text of the metadata server's refusal. */
    REMOVAL_REFUSED(audit(
            "INTEGRATION-DAEMON-RECONCILE-0007",
            Severity.ERROR,
            "The metadata server refused to take away the element of item {0}, which is gone: {1}",
            "The element stays; this connector no longer looks after it.",
            "Remove the element by other means if it is not wanted.")),
    /** Parameters: qualified name of the scope. */
    SCOPE_INCOMPLETE(audit(
            "INTEGRATION-DAEMON-RECONCILE-0008",
            Severity.ACTION,
            "{0} could not be read completely",
            "What was read is catalogued; nothing in it is removed.",
            "Find out why it cannot be read, for instance a missing permission; a later refresh completes it.")),
    /** Parameters: number of top scopes. */
    TOP_SCOPES_KEPT(audit(
            "INTEGRATION-DAEMON-RECONCILE-0009",
            Severity.ACTION,
            "{0} places catalogued before were not described, but the refresh was not complete",
            "They are kept until a refresh that reads everything no longer finds them.",
            "See which scopes could not be read completely.")),
    /** Parameters: number of top scopes. */
    NOTHING_DESCRIBED(audit(
            "INTEGRATION-DAEMON-RECONCILE-0010",
            Severity.ACTION,
            "The refresh described nothing at all, though {0} places are catalogued",
            "Nothing is removed, since the connector has probably not seen the third party.",
            "Check the connector's configuration and the third party.")),
    /** Parameters: action, qualified name. */
    NOT_IN_PLAN(audit(
            "INTEGRATION-DAEMON-RECONCILE-0020",
            Severity.ACTION,
            "{0} of {1} is not in the plan that is being applied",
            "It is not written: the third party or the metadata server changed while the plan was applied.",
            "Make another plan, or leave it to the next refresh.")),
    /** Parameters: key of the top scope, number of items, number of items before, percentage, the first items. */
    HELD_BACK_IN_SCOPE(
            audit(
                    "INTEGRATION-DAEMON-RECONCILE-0021",
                    Severity.ACTION,
                    "In {0}, {1} of {2} catalogued items are gone, more than {3} percent: {4}",
                    "They are held back: they stay in the catalogue. The connector's other items are catalogued as usual.",
                    "If the third party is not complete, mend that. If they are gone on purpose, release the held-back removals.")),
    /** Parameters: number of items, number of items before, percentage. */
    HELD_BACK_ALL(
            audit(
                    "INTEGRATION-DAEMON-RECONCILE-0022",
                    Severity.ACTION,
                    "Of the {1} items that the connector has catalogued, {0} are gone, more than {2} percent",
                    "They are held back: they stay in the catalogue. The connector's other items are catalogued as usual.",
                    "If the third party is not complete, mend that. If they are gone on purpose, release the held-back removals.")),
    /** Parameters: key of the top scope, number of items, the first items. */
    HELD_BACK_IN_EMPTY_SCOPE(audit(
            "INTEGRATION-DAEMON-RECONCILE-0023",
            Severity.ACTION,
            "Nothing was found in {0}, in which {1} items were catalogued: {2}",
            "They are held back: they stay in the catalogue.",
            "See whether {0} is what it should be, for instance whether it is mounted. If it is empty on purpose, release the "
                    + "held-back removals.")),
    /** Parameters: number of items, minimum age in minutes, the first items. */
    HELD_BACK_AS_YOUNG(audit(
            "INTEGRATION-DAEMON-RECONCILE-0024",
            Severity.INFO,
            "{0} items are gone that were catalogued less than {1} minutes ago: {2}",
            "They are held back: they stay in the catalogue until they are old enough.",
            "Nothing, or release the held-back removals.")),
    /** Parameters: qualified name, reason. */
    RELATIONS_REFUSED(audit(
            "INTEGRATION-DAEMON-RECONCILE-0025",
            Severity.ERROR,
            "The metadata server refuses relationships of {0}: {1}",
            "The relationships of this element stay as they are; the next refresh that describes it tries again.",
            "See the reason. Where an element was removed at the same time, nothing is needed.")),
    /** Parameters: key of the top scope, number of scopes in it, number of items, the first scopes. */
    HELD_BACK_IN_EMPTY_FOLDERS(audit(
            "INTEGRATION-DAEMON-RECONCILE-0026",
            Severity.ACTION,
            "Within {0}, nothing was found any more in {1} of its places, in which {2} items were catalogued: {3}",
            "They are held back: they stay in the catalogue. The connector's other items are catalogued as usual.",
            "See whether these places are what they should be, for instance whether they are mounted. If they are empty on "
                    + "purpose, release the held-back removals.")),
    /** Parameters: key of the top scope, number of items. */
    HELD_BACK_PLACE(audit(
            "INTEGRATION-DAEMON-RECONCILE-0027",
            Severity.ACTION,
            "{0} is not described any more; {1} items were catalogued of it",
            "They are held back: they stay in the catalogue. The connector's other items are catalogued as usual.",
            "If the endpoint was changed by mistake, or the place is out of sight, mend that. If it is gone on purpose, release "
                    + "the held-back removals.")),
    /** Parameters: item key of the scope, item key of the scope in which it was described. */
    SCOPE_IN_ITSELF(audit(
            "INTEGRATION-DAEMON-RECONCILE-0028",
            Severity.INFO,
            "{0} was described in {1}, which is catalogued in it",
            "It stays where it is catalogued, since not all that has changed was described.",
            "Nothing: the next refresh of everything puts it where it is now.")),
    /** No parameters. */
    REFRESH_BROKEN(MessageText.error(
            "INTEGRATION-DAEMON-RECONCILE-503-001",
            503,
            "The refresh cannot go on, since an earlier write of it failed",
            "Nothing more is written in this refresh.",
            "See the earlier failure; the next refresh goes on from there."));

    private final MessageText text;

    ReconcileMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
