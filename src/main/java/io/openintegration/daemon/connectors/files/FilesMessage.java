package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileChangedException;
import io.openintegration.daemon.connectors.files.content.LookProblem;
import io.openintegration.daemon.connectors.files.content.SlowFileException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;

/**
 * What the files connectors say. Ids up to 0100 and those of failures have the peer's meaning (Egeria's protocol), so
 * that runbooks keep working; from 0101 on they are our own.
 */
public enum FilesMessage implements MessageDefinition {
    ADDRESS_MISSING(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-001",
            400,
            "The connection of connector {0} names no directory: its endpoint has no address",
            "The connector is not started.",
            "Give the connection in the server's configuration document an endpoint whose address is the path of the"
                    + " directory, then restart the connector.")),
    NOT_A_DIRECTORY(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-002",
            400,
            "{0}, looked for at {1}, is there but is not a directory; connector {2} can only monitor directories",
            "The connector stops working; what it has catalogued stays as it is.",
            "Correct the endpoint address of the connection, or put a directory in this place, then restart the"
                    + " connector.")),
    NOT_READABLE(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-003",
            400,
            "The directory {0}, looked for at {1}, may not be read by connector {2}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Give the account that runs this server permission to read and enter the directory and all directories"
                    + " above it, then restart the connector.")),
    DIRECTORY_MISSING(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-404-001",
            404,
            "The directory named {0}, looked for at {1} by connector {2}, does not exist",
            "The connector stops working; what it has catalogued stays as it is.",
            "Create or mount the directory, or correct the endpoint address of the connection, then restart the"
                    + " connector.")),
    LISTING_FAILED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-500-002",
            500,
            "The directory {0}, looked for at {1}, could not be listed to its end by connector {2} ({3})",
            "The refresh ends here; nothing is removed from the catalogue.",
            "Look for a fault of the file system or its mount in the operating system's log, then restart the"
                    + " connector.")),
    PLUGIN_MISSING(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-101",
            400,
            "There is no plug-in for the endpoint address {0}: this platform can only look at directories of mounted file"
                    + " systems",
            "The connector is not created.",
            "Put the directory of the plug-in that serves addresses of this kind below daemon.plugins.directory and start"
                    + " the server again, or correct the endpoint address.")),
    REFRESH_ENDED(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-503-001",
            503,
            "Connector {0} was told to end its refresh before it had seen all of {1}",
            "The refresh ends here; nothing is removed from the catalogue.",
            "None is needed where the connector was stopped or restarted. Where its time limit was reached, find out"
                    + " why the file system is slow, or raise the limit.")),
    BAD_PROPERTIES(MessageText.error(
            "BASIC-FILES-INTEGRATION-CONNECTORS-400-021",
            400,
            "The configuration properties of a files connector cannot be used: {0}",
            "The connector is not created; what it has catalogued stays as it is.",
            "Correct all of them in the server's configuration document, then restart the connector.")),
    MONITORING(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0001",
            Severity.INFO,
            "Connector {0} monitors the directory {1}, found at {2}",
            "The directory is compared with the catalogue at each refresh.",
            "None is needed.")),
    STOPPED(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0009",
            Severity.INFO,
            "Connector {0} no longer monitors its directory",
            "What it has catalogued stays as it is.",
            "None is needed.")),
    ENTRY_UNREADABLE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0101",
            Severity.ERROR,
            "{0} could not be read by connector {1} ({2})",
            "What is catalogued of it stays as it is; the refresh goes on.",
            "Check the permissions of the file and the health of its file system.")),
    FOLDER_UNREADABLE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0102",
            Severity.ERROR,
            "The folder {0} could not be listed to its end by connector {1} ({2})",
            "What is catalogued of the folder and its content stays as it is; the refresh goes on.",
            "Check the permissions of the folder and the health of its file system.")),
    LINK_LEAVES(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0103",
            Severity.SECURITY,
            "The link {0} leads out of the directory that connector {1} monitors",
            "The link is not followed and its target not catalogued.",
            "Where the target is to be catalogued, configure a connector for its own directory; else remove the"
                    + " link.")),
    LINK_BROKEN(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0104",
            Severity.ERROR,
            "The link {0}, seen by connector {1}, does not lead to anything that can be read",
            "What is catalogued of it stays as it is.",
            "Bring the target back, or remove the link.")),
    NAME_NOT_UNICODE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0105",
            Severity.ERROR,
            "The name of {0}, seen by connector {1}, is not valid Unicode text",
            "The file or folder is not catalogued, since no other system could ask for it by this name.",
            "Rename it.")),
    HEADER_TOO_LARGE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0106",
            Severity.ERROR,
            "The first record of {0} is too large for connector {1} to be a list of column names",
            "A new file is catalogued without columns; what is catalogued of a known one stays until more is seen of it.",
            "Check whether the file is delimited text with a header record, and whether its quotes are closed. Where it"
                    + " is, raise maximumBytesInside or maximumColumns.")),
    HEADER_NOT_TEXT(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0107",
            Severity.ERROR,
            "The first record of {0} is not delimited text that connector {1} understands",
            "A new file is catalogued without columns; what is catalogued of a known one stays until more is seen of it.",
            "Check whether the file's extension fits its content, and save it as UTF-8.")),
    HEADER_NOT_READABLE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0108",
            Severity.ERROR,
            "{0} may not be opened by connector {1}",
            "A new file is catalogued without columns; what is catalogued of a known one stays until more is seen of it.",
            "Give the account that runs this server permission to read the file.")),
    NOT_WATCHED(
            MessageText.audit(
                    "BASIC-FILES-INTEGRATION-CONNECTORS-0120",
                    Severity.ERROR,
                    "Changes in the directory of connector {0} cannot be watched: {1}",
                    "They are found at the timer's refreshes; watching is tried again at each of them.",
                    "Where a limit of watches was reached, raise it (on Linux fs.inotify.max_user_instances, one for each connector, and"
                            + " fs.inotify.max_user_watches, one for each folder), or set the configuration property watch to false.")),
    FILE_CHANGED(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0130",
            Severity.ACTION,
            "{0} became longer or shorter while connector {1} looked into it",
            "What is catalogued of it stays as it is; the next refresh looks again.",
            "None is needed where the file is being written. Where this is said of it at every refresh, let its writer"
                    + " finish it under another name and rename it.")),
    FILE_SLOW(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0131",
            Severity.ERROR,
            "{0} could not be looked into by connector {1} within the time that is allowed for one file",
            "What is catalogued of it stays as it is; the next refresh tries again.",
            "Check the health of the file system, or raise maximumSecondsInside.")),
    SCHEMA_TOO_LARGE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0132",
            Severity.ERROR,
            "The schema of {0} is larger than connector {1} may read",
            "A new file is catalogued without columns; what is catalogued of a known one stays until more is seen of it.",
            "Check whether the file is what it should be. Where it is, raise maximumBytesInside or maximumColumns.")),
    SCHEMA_MALFORMED(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0133",
            Severity.ERROR,
            "{0} is not what its name says, or is damaged or incomplete: connector {1} finds no schema in it",
            "A new file is catalogued without columns; what is catalogued of a known one stays until more is seen of it.",
            "Check the file with the program that wrote it.")),
    SCHEMA_ENCRYPTED(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0134",
            Severity.INFO,
            "The schema of {0} is encrypted, so that connector {1} cannot read it",
            "The file is catalogued without its columns.",
            "None is needed.")),
    SCHEMA_CUT(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0135",
            Severity.INFO,
            "The schema of {0} is nested deeper than connector {1} may follow",
            "The file is catalogued with its columns, but without the fields that are nested too deep.",
            "Raise maximumNesting where those fields are wanted.")),
    MORE_REMARKS(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0136",
            Severity.INFO,
            "Connector {0} has the like to remark on {1} more files, which are not named here",
            "The files are catalogued.",
            "See the remarks before this one.")),
    SPECIAL_FILE(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0137",
            Severity.INFO,
            "{0}, seen by connector {1}, is a pipe, a socket or a device, or a link to one",
            "It is neither opened nor catalogued. This is said once, until it is gone or the connector is started again.",
            "None is needed. Where it is not to be told of, leave it out by excludeFiles.")),
    MORE_SPECIAL_FILES(MessageText.audit(
            "BASIC-FILES-INTEGRATION-CONNECTORS-0138",
            Severity.INFO,
            "Connector {0} has come across {1} more pipes, sockets and devices, which are not named here",
            "They are neither opened nor catalogued.",
            "None is needed. Those that are named before this say where to look."));

    private final MessageText text;

    FilesMessage(MessageText text) {
        this.text = text;
    }

    /** What to say of a file without a schema, or without all of it: with the file's path and the connector's name. */
    static FilesMessage of(LookProblem problem) {
        return switch (problem) {
            case HEADER_TOO_LARGE -> HEADER_TOO_LARGE;
            case NOT_DELIMITED_TEXT -> HEADER_NOT_TEXT;
            case NOT_PERMITTED -> HEADER_NOT_READABLE;
            case SCHEMA_TOO_LARGE -> SCHEMA_TOO_LARGE;
            case SCHEMA_MALFORMED -> SCHEMA_MALFORMED;
            case SCHEMA_ENCRYPTED -> SCHEMA_ENCRYPTED;
            case SCHEMA_CUT -> SCHEMA_CUT;
        };
    }

    /** What to say of a file that could not be looked at. */
    public static Message unreadable(String file, ConnectorName connector, IOException cause) {
        if (cause instanceof FileChangedException) {
            return FILE_CHANGED.with(file, connector);
        }
        return cause instanceof SlowFileException
                ? FILE_SLOW.with(file, connector)
                : ENTRY_UNREADABLE.with(file, connector, cause.getClass().getSimpleName());
    }

    @Override
    public MessageText text() {
        return text;
    }
}
