package io.openintegration.daemon.configuration;

import static io.openintegration.daemon.message.MessageText.audit;
import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/** What is said about configuration documents. */
public enum ConfigurationMessage implements MessageDefinition {
    DOCUMENT_INVALID(error(
            "SERVER-CONFIGURATION-400-001",
            400,
            "The configuration document of server {0} has {1} mistake(s): {2}",
            "The document was not used: a server that is started goes on as it was.",
            "Correct the document and start the server again.")),
    NOT_JSON(error(
            "SERVER-CONFIGURATION-400-002",
            400,
            "line {0}, column {1}: this is not valid JSON",
            "The document was not used.",
            "Correct the document at that place; a missing comma, quote or bracket is the usual reason.")),
    WRONG_KIND(error(
            "SERVER-CONFIGURATION-400-003",
            400,
            "{0}: expected {1}, found {2}",
            "The section was not used.",
            "Give the field a value of the expected kind.")),
    MISSING(error(
            "SERVER-CONFIGURATION-400-004",
            400,
            "{0}: a value is required here",
            "The section was not used.",
            "Add the field.")),
    OUT_OF_RANGE(error(
            "SERVER-CONFIGURATION-400-005",
            400,
            "{0}: {1} is out of range; allowed is {2} to {3}",
            "The section was not used.",
            "Give the field a value in this range.")),
    NOT_ONE_OF(error(
            "SERVER-CONFIGURATION-400-006",
            400,
            "{0}: {1} is not one of {2}",
            "The section was not used.",
            "Use one of the listed values, spelled exactly so.")),
    OTHER_NAME(error(
            "SERVER-CONFIGURATION-400-007",
            400,
            "{0}: the document says it belongs to server {1}, but its file is named for server {2}",
            "The document was not used.",
            "Make localServerName and the name of the file agree.")),
    DUPLICATE_CONNECTOR(error(
            "SERVER-CONFIGURATION-400-008",
            400,
            "{0}: the connector name {1} is used more than once in this daemon",
            "The document was not used: a restart or refresh by name could not tell the connectors apart.",
            "Give each connector a name of its own.")),
    FOREIGN_PLATFORM(error(
            "SERVER-CONFIGURATION-400-009",
            400,
            "{0}: {1} is not a platform that is known here; known are {2}",
            "The document was not used.",
            "Name one of these platforms. Where it is another name of this one, add the URL to daemon.platform.urls; where it"
                    + " is a platform elsewhere, describe it by daemon.remote.platforms (docs/operating.md).")),
    UNRESOLVED_PLACEHOLDER(error(
            "SERVER-CONFIGURATION-400-010",
            400,
            "{0}: no value is configured for the placeholder {1}",
            "The section was not used.",
            "Set it as an environment variable or another MicroProfile Config source, or remove the placeholder.")),
    NOT_A_TIME(
            error(
                    "SERVER-CONFIGURATION-400-011",
                    400,
                    "{0}: {1} is not a date with a time of day",
                    "The section was not used.",
                    "Write it like 2026-11-23T06:00:00+01:00 or 2026-11-23T05:00:00Z, or as a number: milliseconds since 1970.")),
    NO_OFFSET(error(
            "SERVER-CONFIGURATION-400-012",
            400,
            "{0}: {1} does not say in which time zone it is meant",
            "The section was not used: the date could be meant hours earlier or later.",
            "Add the time of day and the offset from UTC, as in 2026-11-23T06:00:00+01:00; Z stands for UTC itself.")),
    NOT_LATER(error(
            "SERVER-CONFIGURATION-400-013",
            400,
            "{0}: this date is not later than {1}",
            "The section was not used: the connector would never run.",
            "Correct one of the two dates, or remove it.")),
    NOT_A_DURATION(error(
            "SERVER-CONFIGURATION-400-014",
            400,
            "{0}: {1} is not a duration",
            "The section was not used.",
            "Write it in the form of ISO 8601: PT30S, PT2M, PT1H30M, P1D.")),
    NOT_A_SCHEDULE(error(
            "SERVER-CONFIGURATION-400-015",
            400,
            "{0}: {1} is not a cron expression",
            "The section was not used.",
            "Give the five fields of UNIX (minute, hour, day of the month, month, day of the week), as in 30 6 * * MON-FRI,"
                    + " or one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly.")),
    NEVER_COMES(error(
            "SERVER-CONFIGURATION-400-016",
            400,
            "{0}: no calendar has a time that {1} stands for",
            "The section was not used: the connector would never be refreshed.",
            "Check the day of the month against the months.")),
    NOT_A_TIME_ZONE(error(
            "SERVER-CONFIGURATION-400-017",
            400,
            "{0}: {1} is not the name of a time zone",
            "The section was not used.",
            "Use a name of the IANA time zone database, such as Europe/Berlin or UTC, or leave the field out for the time"
                    + " zone of the platform.")),
    DUPLICATE_AUDIT_DESTINATION(error(
            "SERVER-CONFIGURATION-400-031",
            400,
            "{0}: an earlier audit log destination of this server has the same place (the database, or the same directory)",
            "The document was not used: two destinations would write over each other.",
            "Remove one of them, or give it another directory.")),
    AUDIT_DIRECTORY_NOT_PERMITTED(error(
            "SERVER-CONFIGURATION-400-032",
            400,
            "{0}: audit logs may not be written to {1}; permitted are directories in {2}, without steps upwards",
            "The document was not used.",
            "Name a directory there (a relative one starts from the first), leave the address out, or add a root to"
                    + " daemon.audit.permitted.roots.")),
    NOT_A_TOPIC_NAME(error(
            "SERVER-CONFIGURATION-400-033",
            400,
            "{0}: {1} cannot be the name of a topic",
            "The document was not used.",
            "Use letters, digits, underscores, dots and hyphens, beginning with a letter or an underscore, at most 200"
                    + " characters. Some messaging engines do not take hyphens.")),
    UNREADABLE(error(
            "SERVER-CONFIGURATION-500-001",
            500,
            "{0} cannot be read: {1}",
            "The document was not used.",
            "Check that the configuration directory and the document exist, are in UTF-8, and may be read by the"
                    + " server's account.")),
    UNWRITABLE(error(
            "SERVER-CONFIGURATION-500-002",
            500,
            "{0} cannot be written: {1}",
            "What was there before stays.",
            "Check that the directory exists, may be written by the server's account, and has space left.")),
    UNKNOWN_SERVER(error(
            "SERVER-CONFIGURATION-404-001",
            404,
            "This platform has no configuration document for a server named {0} (asked by user {1})",
            "Nothing was changed.",
            "Check the spelling, or add a document of that name to the configuration directory.")),
    NO_PLATFORM_URL(error(
            "INTEGRATION-DAEMON-SERVICES-400-003",
            400,
            "{0}: the platform URL root of the metadata server for the {1} is missing",
            "The document was not used.",
            "Set omagserverPlatformRootURL of this integration service.")),
    NO_METADATA_SERVER(error(
            "INTEGRATION-DAEMON-SERVICES-400-004",
            400,
            "{0}: the name of the metadata server for the {1} is missing",
            "The document was not used.",
            "Set omagserverName of this integration service.")),
    UNKNOWN_SERVICE(error(
            "INTEGRATION-DAEMON-SERVICES-400-010",
            400,
            "The service URL marker {0} is not recognised; the valid ones are {1}",
            "Nothing was changed.",
            "Use one of the listed markers.")),
    NO_EFFECT(audit(
            "SERVER-CONFIGURATION-0002",
            Severity.ACTION,
            "{0}: this field is known, but has no effect in this version",
            "The rest of the document is used; the field is kept in the document.",
            "Do not rely on it; see the change log for what comes when.")),
    NO_EFFECT_BESIDE(audit(
            "SERVER-CONFIGURATION-0003",
            Severity.ACTION,
            "{0}: this field has no effect, because {1} is true",
            "The rest of the document is used: a connector with a thread of its own is never refreshed by the timer.",
            "Remove one of the two.")),
    NO_EFFECT_WITHOUT(audit(
            "SERVER-CONFIGURATION-0004",
            Severity.ACTION,
            "{0}: this field has no effect without {1}",
            "The rest of the document is used; the field is kept in the document.",
            "Add the other field, or remove this one.")),
    UNKNOWN_FIELD(audit(
            "SERVER-CONFIGURATION-0001",
            Severity.ACTION,
            "{0}: this field is not known and has no effect",
            "The rest of the document is used; the field is kept in the document.",
            "Check the spelling; remove the field if it is not needed."));

    private final MessageText text;

    ConfigurationMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
