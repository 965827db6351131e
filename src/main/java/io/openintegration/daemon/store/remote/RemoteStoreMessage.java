package io.openintegration.daemon.store.remote;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/**
 * Why a metadata server elsewhere gave no answer, or none that can be used. The first two parameters are the metadata server and
 * the root URL of its platform. What the server itself answers keeps the server's own message id.
 */
public enum RemoteStoreMessage implements MessageDefinition {
    /** Third parameter: the operation; fourth: what the platform names as the reason. */
    NOT_UNDERSTOOD(error(
            "METADATA-SERVER-CLIENT-400-001",
            400,
            "Metadata server {0} at {1} does not understand the request {2} ({3})",
            "The request was not carried out.",
            "Make sure that the server speaks the open metadata store API of Egeria 6.")),
    /** Third parameter: what it cannot be asked for. */
    NOT_EXPRESSIBLE(error(
            "METADATA-SERVER-CLIENT-400-002",
            400,
            "Metadata server {0} at {1} cannot be asked for {2}: Egeria's API has no words for it",
            "Nothing was asked.",
            "Ask in another way, for example for more, and choose from the answer.")),
    /** Third parameter: the user. */
    LOGIN_REFUSED(error(
            "METADATA-SERVER-CLIENT-401-001",
            401,
            "Metadata server {0} cannot be asked: the platform {1} does not accept user {2} with the configured password",
            "The request was not carried out; the login is not tried again for half a minute.",
            "Correct user and password of the platform (daemon.remote.…), or the account there.")),
    NO_CREDENTIALS(error(
            "METADATA-SERVER-CLIENT-401-002",
            401,
            "Metadata server {0} cannot be asked: the platform {1} wants a login, and none is configured",
            "The request was not carried out.",
            "Configure user and password of the platform (daemon.remote.…).")),
    TOKEN_REFUSED(error(
            "METADATA-SERVER-CLIENT-401-003",
            401,
            "Metadata server {0} cannot be asked: the platform {1} does not accept the token that it has just given",
            "The request was not carried out.",
            "See the log of the platform; its clock may be wrong, or several platforms may answer at that URL.")),
    /** Third parameter: the HTTP status. */
    NO_SUCH_OPERATION(
            error(
                    "METADATA-SERVER-CLIENT-404-001",
                    404,
                    "The platform {1} does not know the open metadata store API of metadata server {0} (HTTP status {2})",
                    "The request was not carried out.",
                    "Make sure that the URL is the root URL of a platform of Egeria 6, or of this product, and that it has started.")),
    /** Third parameter: the trust store's file; fourth: what is wrong with it. */
    TRUST_STORE_NOT_USABLE(error(
            "METADATA-SERVER-CLIENT-500-001",
            500,
            "Metadata server {0} at {1} cannot be asked: the trust store {2} cannot be used ({3})",
            "No connection is made.",
            "Correct file, password or type of the trust store (daemon.remote.…), then restart the platform.")),
    /** Third parameter: what is wrong. */
    CERTIFICATE_REFUSED(
            error(
                    "METADATA-SERVER-CLIENT-502-001",
                    502,
                    "Metadata server {0} cannot be asked: no secure connection to {1}, its certificate is not trusted or not for this"
                            + " host ({2})",
                    "The connection is given up before anything is sent.",
                    "Put the issuer of the certificate into the trust store of the platform (daemon.remote.…), or correct the URL.")),
    /** Third parameter: how it broke. */
    CUT_OFF(error(
            "METADATA-SERVER-CLIENT-502-002",
            502,
            "The connection to {1} broke before metadata server {0} had answered ({2})",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Make sure that platform and network are up. If it happens again and again, see the log of the platform.")),
    /** Third parameter: what is wrong. */
    NOT_HTTP(error(
            "METADATA-SERVER-CLIENT-502-003",
            502,
            "What {1} answered for metadata server {0} is not HTTP ({2})",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Make sure that the URL leads to a platform, and that http and https are not confused.")),
    /** Third parameter: where it stops being JSON. */
    NOT_JSON(error(
            "METADATA-SERVER-CLIENT-502-004",
            502,
            "What {1} answered for metadata server {0} is not JSON ({2})",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Make sure that the URL leads to a platform and not to a proxy or another server.")),
    /** Third parameter: the field. */
    UNEXPECTED_SHAPE(error(
            "METADATA-SERVER-CLIENT-502-005",
            502,
            "The answer of metadata server {0} at {1} is not of the expected form: see {2}",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Make sure that the server speaks the open metadata store API of Egeria 6.")),
    /** Third parameter: the limit in bytes. */
    ANSWER_TOO_LARGE(error(
            "METADATA-SERVER-CLIENT-502-006",
            502,
            "The answer of metadata server {0} at {1} is larger than {2} bytes",
            "The answer was not read to its end.",
            "Raise the largest answer of the platform (daemon.remote.…) if such answers are meant.")),
    /** Third parameter: the HTTP status. */
    UNEXPECTED_STATUS(error(
            "METADATA-SERVER-CLIENT-502-007",
            502,
            "The platform {1} answered for metadata server {0} with HTTP status {2}",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "See the log of the platform, or of the proxy before it.")),
    /** Third parameter: the server's message id or class of exception; fourth: its words. */
    REFUSED(error(
            "METADATA-SERVER-CLIENT-502-008",
            502,
            "Metadata server {0} at {1} refused the request ({2}): {3}",
            "The request was not carried out, or not wholly.",
            "See the log of the metadata server.")),
    /** Third parameter: what is wrong. */
    PLATFORM_DOWN(error(
            "METADATA-SERVER-CLIENT-503-001",
            503,
            "Metadata server {0} cannot be reached: nobody answers at {1} ({2})",
            "The request was not sent.",
            "Start the platform, or correct its URL.")),
    HOST_UNKNOWN(error(
            "METADATA-SERVER-CLIENT-503-002",
            503,
            "Metadata server {0} cannot be reached: the host of {1} has no address here",
            "The request was not sent.",
            "Correct the URL of the platform, or the name service of this host.")),
    GIVEN_UP(error(
            "METADATA-SERVER-CLIENT-503-003",
            503,
            "The request to metadata server {0} at {1} was given up, since the caller was told to end",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Nothing to do.")),
    /** Third parameter: how long it waited. */
    CONNECT_TIMED_OUT(error(
            "METADATA-SERVER-CLIENT-504-001",
            504,
            "Metadata server {0} cannot be reached: no connection to {1} within {2}",
            "The request was not sent.",
            "Make sure that the platform is up and that no firewall is in between.")),
    /** Third parameter: how long it waited. */
    ANSWER_TIMED_OUT(error(
            "METADATA-SERVER-CLIENT-504-002",
            504,
            "Metadata server {0} at {1} did not answer within {2}",
            "It is not known whether the request was carried out; the next refresh finds out.",
            "Find out why the server is slow, or raise the time-out of the platform (daemon.remote.…). A URL with https where"
                    + " only http is spoken looks like this, too.")),
    /** Third parameter: how long it waited. */
    OTHERS_UNANSWERED(error(
            "METADATA-SERVER-CLIENT-504-003",
            504,
            "Metadata server {0} was not asked: as many requests as the platform {1} may get at once wait for it, and none was"
                    + " answered within {2}",
            "The request was not sent.",
            "Find out why the platform is slow, or raise its time-out (daemon.remote.…)."));

    private final MessageText text;

    RemoteStoreMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
