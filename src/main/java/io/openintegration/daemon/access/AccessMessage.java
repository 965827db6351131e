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
    EVENT_REPEATED(audit(
            "ACCESS-0006",
            Severity.SECURITY,
            "{0} happened {2} more times within a minute; it was about {1}",
            "The repetitions were counted instead of reported one by one.",
            "Read the record of that id before this one: it says what happened.")),
    TOKEN_REFUSED(audit(
            "ACCESS-0007",
            Severity.SECURITY,
            "A bearer token from address {0} was refused: {1}; it names {2} as its issuer",
            "The request was refused.",
            "An expired token is an everyday matter: its client gets a new one. Anything else may be somebody who tries"
                    + " tokens: find out who uses that address.")),
    TOKENS_THROTTLED(audit(
            "ACCESS-0008",
            Severity.SECURITY,
            "Too many bad bearer tokens from address {0}: further ones are answered by 429 for {1} seconds",
            "Tokens that are good still get in from that address.",
            "Find out who uses that address.")),
    USER_MADE(audit(
            "ACCESS-0009",
            Severity.SECURITY,
            "User {0} made user {1} with the roles {2}",
            "The new user can log in from now on.",
            "No action is needed.")),
    USER_CHANGED(audit(
            "ACCESS-0010",
            Severity.SECURITY,
            "User {0} changed user {1}: it has the roles {2} now, its password is {3}",
            "The change has effect at once. A new password ends the user's tokens.",
            "No action is needed.")),
    USER_REMOVED(audit(
            "ACCESS-0011",
            Severity.SECURITY,
            "User {0} removed user {1}",
            "The user cannot log in any more; its tokens are not valid any more.",
            "No action is needed.")),
    PASSWORD_CHANGED(audit(
            "ACCESS-0012",
            Severity.SECURITY,
            "User {0} changed its own password",
            "The former password and the user's tokens are not valid any more.",
            "If that was not the user itself, give it another password.")),
    TOKENS_REVOKED(audit(
            "ACCESS-0013",
            Severity.SECURITY,
            "User {0} revoked all tokens of user {1}",
            "The tokens issued so far are not valid any more. The user can get new ones by its password.",
            "To keep the user out, change its password or remove it.")),
    TOKEN_REVOKED(audit(
            "ACCESS-0014",
            Severity.SECURITY,
            "User {0} revoked one of its tokens",
            "The token is not valid any more.",
            "No action is needed.")),
    ISSUER_AWAY(audit(
            "ACCESS-0015",
            Severity.ACTION,
            "The keys of token issuer {0} cannot be fetched: {1}",
            "Keys fetched earlier are used for a day. Without any, the issuer's tokens cannot be checked, and are answered"
                    + " with 503. It is tried again when the next token comes, at most every half minute.",
            "Start the issuer, or correct its URL in the settings.")),
    ISSUER_BACK(audit(
            "ACCESS-0016",
            Severity.INFO,
            "The keys of token issuer {0} can be fetched again",
            "The issuer's tokens are checked.",
            "No action is needed.")),
    REQUEST_REFUSED(audit(
            "ACCESS-0017",
            Severity.SECURITY,
            "The request {1} {2} of user {0} was refused with {3}",
            "Nothing was changed.",
            "See the message of that id. Where the user needs this, give it the role.")),
    CROSS_SITE_REFUSED(audit(
            "ACCESS-0018",
            Severity.SECURITY,
            "The request {0} {1} from address {2} was sent by a page of another site, {3}, and was refused",
            "Nothing was changed.",
            "Somebody's browser at that address has shown a page that tries to use this server.")),
    API_KEY_MADE(audit(
            "ACCESS-0019",
            Severity.SECURITY,
            "User {0} made the API key {1} ({2}) for user {3}; it is good until {4}",
            "Whoever has the key can send lineage events as that user, and do nothing else.",
            "No action is needed.")),
    API_KEY_REVOKED(audit(
            "ACCESS-0020",
            Severity.SECURITY,
            "User {0} revoked the API key {1} ({2}) of user {3}",
            "The key is not valid any more.",
            "No action is needed.")),
    BAD_USER_ID(error(
            "ACCESS-400-001",
            400,
            "The user id {0} cannot be used: expected is {1}",
            "Nothing was changed.",
            "Choose another user id.")),
    BAD_PASSWORD(error(
            "ACCESS-400-002",
            400,
            "The password cannot be used: expected is {0}",
            "Nothing was changed.",
            "Choose another password.")),
    BAD_USER(error(
            "ACCESS-400-003",
            400,
            "The field {0} of the request body cannot be used: expected is {1}",
            "Nothing was changed.",
            "Correct the body.")),
    NO_TOKEN(error(
            "ACCESS-400-004",
            400,
            "The request carries no bearer token that could be revoked",
            "Nothing was changed.",
            "Send the token that is to be revoked in the header Authorization.")),
    NOT_AUTHENTICATED(error(
            "ACCESS-401-001",
            401,
            "The request carries no valid credentials",
            "The request was refused.",
            "Repeat the request with user and password (HTTP Basic authentication), or with a bearer token.")),
    TOKEN_NOT_ACCEPTED(error(
            "ACCESS-401-002",
            401,
            "The bearer token is not valid, or not valid any more",
            "The request was refused.",
            "Get a new token: from POST /api/token, or from the identity provider that the platform trusts; in place of an API"
                    + " key, a new one from an administrator.")),
    LOGIN_FAILED(error(
            "ACCESS-401-003",
            401,
            "User and password do not belong together",
            "No token was issued.",
            "Correct user or password.")),
    NO_DELEGATE(error(
            "ACCESS-403-001",
            403,
            "User {0} may not act in the name of user {1}",
            "The request was refused.",
            "Put your own user id into the path, or ask an administrator for the role delegate.")),
    WRONG_PASSWORD(error(
            "ACCESS-403-002",
            403,
            "The current password of user {0} is another one",
            "The password was not changed.",
            "Repeat the request with the right current password, or ask an administrator for a new one.")),
    NO_SUCH_USER(error(
            "ACCESS-404-001",
            404,
            "There is no user {0} in the file of users",
            "Nothing was changed.",
            "Look at GET /api/v1/users. Users of an identity provider are managed there.")),
    NO_SUCH_API_KEY(error(
            "ACCESS-404-002",
            404,
            "There is no API key {0} of user {1}, or not any more",
            "Nothing was changed.",
            "Look at GET /api/v1/users/<user id>/api-keys: it lists those that are good, by their ids.")),
    LAST_ADMINISTRATOR(error(
            "ACCESS-409-001",
            409,
            "User {0} is the last administrator",
            "Nothing was changed.",
            "Give another user the role administrator first.")),
    NOT_PRODUCER_ALONE(error(
            "ACCESS-409-002",
            409,
            "User {0} cannot have an API key: those are for users whose only role is producer",
            "No key was made.",
            "Make a user of its own for the program that sends events, with the role producer and no other.")),
    TOO_MANY_API_KEYS(error(
            "ACCESS-409-003",
            409,
            "User {0} has {1} API keys already",
            "No key was made.",
            "Revoke one that is not needed any more.")),
    USER_CHANGED_MEANWHILE(error(
            "ACCESS-412-001",
            412,
            "User {0} is not in the state that the request asks for",
            "Nothing was changed.",
            "Get the user again, and repeat the request with its new ETag.")),
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
                    + " a new password.")),
    TOKEN_FILE_UNUSABLE(error(
            "ACCESS-500-002",
            500,
            "The file {0} that belongs to bearer tokens cannot be used: {1}",
            "The file was left as it is. While it cannot be read, nobody can log in; while it cannot be written, no token can"
                    + " be revoked, and no API key made or revoked.",
            "Correct the file, its permissions or the disk. To begin anew, move it away and start again.")),
    ISSUER_UNAVAILABLE(error(
            "ACCESS-503-001",
            503,
            "The issuer of the bearer token does not answer, so that the token cannot be checked: try again in {0}"
                    + " seconds",
            "The request was refused. Other ways to log in are not affected.",
            "Wait, then repeat the request.")),
    TOO_MANY_REVOKED(error(
            "ACCESS-503-002",
            503,
            "There are {0} revoked tokens that have not yet expired: no more can be kept",
            "The token is still valid.",
            "Revoke all tokens of the user instead (DELETE /api/v1/users/<user id>/tokens), or wait."));

    private final MessageText text;

    AccessMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
