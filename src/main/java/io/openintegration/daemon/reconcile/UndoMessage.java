package io.openintegration.daemon.reconcile;

import static io.openintegration.daemon.message.MessageText.audit;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** Why an undo leaves something as it is. */
enum UndoMessage implements MessageDefinition {
    /** Parameters: qualified name. */
    CHANGED_LATER(
            left(30, "{0} was changed by a later refresh", "Undo the later refreshes first, the last one first.")),
    /** Parameters: qualified name of the element, what of it is different. */
    EDITED(left(
            31, "{1} of {0} was changed by somebody else since", "Change it by hand if the former value is wanted.")),
    /** Parameters: qualified name. */
    PURGED(left(
            32,
            "{0} was purged, so it cannot be brought back",
            "The next refresh makes it again if the third party still has it.")),
    /** Parameters: qualified name. */
    GONE(left(33, "{0} is no longer there, or was replaced", "Nothing to do, unless it is missed.")),
    /** Parameters: qualified name, item key of the scope. */
    SCOPE_GONE(left(
            34,
            "{0} cannot go back to {1}, which is no longer there, or not where it was",
            "Undo what became of that place first, and repeat this undo.")),
    /** Parameters: qualified name. */
    HOLDS_CONTENT(left(
            35,
            "{0} still holds something that stays",
            "See what was left in it; undo the refreshes that catalogued that, and repeat this undo.")),
    /** Parameters: qualified name. */
    CATALOGUED_AGAIN(left(36, "{0} was catalogued again since", "Nothing to do: it is there.")),
    /** Parameters: qualified name, id and text of the metadata server's refusal. */
    REFUSED(left(
            37,
            "The metadata server refused to undo the change of {0}: {1}",
            "Correct what the refusal names, and repeat this undo."));

    private final MessageText text;

    UndoMessage(MessageText text) {
        this.text = text;
    }

    private static MessageText left(int number, String template, String userAction) {
        return audit(
                "INTEGRATION-DAEMON-RECONCILE-00" + number,
                Severity.ACTION,
                template,
                "The undo leaves it as it is.",
                userAction);
    }

    @Override
    public MessageText text() {
        return text;
    }
}
