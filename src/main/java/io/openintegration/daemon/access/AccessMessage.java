package io.openintegration.daemon.access;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What the daemon says about access to it. */
public enum AccessMessage implements MessageDefinition {
    LOGIN_REFUSED(audit(
            "ACCESS-0001",
            Severity.SECURITY,
            "The password given for user {0} from address {1} is not right",
            "The request was refused.",
            "Where this repeats, find out who uses that address. The user may not exist at all.")),
    LOGIN_THROTTLED(audit(
            "ACCESS-0002",
            Severity.SECURITY,
            "Too many wrong passwords for user {0} from address {1}: further attempts are refused for {2} seconds",
            "Requests are refused without checking the password until the time is over. The time grows with every"
                    + " further failure.",
            "Find out who uses that address. A program with an outdated password has to be stopped or corrected.")),
    LOGIN_MALFORMED(audit(
            "ACCESS-0003",
            Severity.SECURITY,
            "A request from address {0} carries credentials that cannot be read",
            "The request was refused.",
            "Where this repeats, find out who uses that address.")),
    ADMINISTRATOR_MADE(audit(
            "ACCESS-0004",
            Severity.STARTUP,
            "User {0} was made with a new password, which is in file {1}",
            "Only the owner of the file can read it.",
            "Read the password, keep it in a safe place, and delete the file.")),
    ADMINISTRATOR_FROM_SETTING(audit(
            "ACCESS-0005",
            Severity.STARTUP,
            "The password of user {0} was set from the setting daemon.admin.password",
            "The user's former password is no longer valid.",
            "No action is needed.")),
    NOT_AUTHENTICATED(error(
            "ACCESS-401-001",
            401,
            "The request carries no valid credentials",
            "The request was refused.",
            "Repeat the request with user and password (HTTP Basic authentication).")),
    NO_DELEGATE(error(
            "ACCESS-403-001",
            403,
            "User {0} may not act in the name of user {1}",
            "The request was refused.",
            "Put your own user id into the path, or ask an administrator for the role delegate.")),
    THROTTLED(error(
            "ACCESS-429-001",
            429,
            "Too many failed logins: try again in {0} seconds",
            "The request was refused without checking its password.",
            "Wait, then repeat the request with the right password.")),
    USER_FILE_UNUSABLE(error(
            "ACCESS-500-001",
            500,
            "The file of users {0} cannot be used: {1}",
            "The file was left as it is. Nobody can log in.",
            "Correct the file or its permissions. To begin anew, move it away and start again: the administrator gets"
                    + " a new password."));

    private final MessageText text;

    AccessMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
