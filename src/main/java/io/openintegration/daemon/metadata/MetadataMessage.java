package io.openintegration.daemon.metadata;

import static io.openintegration.daemon.message.MessageText.error;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;

/**
 * Why a metadata server refuses a request. The ids are those of Egeria's protocol where it has one for the case, so
 * that clients and runbooks know them; {@code OPEN-METADATA-STORE-…} are ours.
 */
public enum MetadataMessage implements MessageDefinition {
    DUPLICATE_NAME(error(
            "OMAG-COMMON-409-001",
            409,
            "{0} of {1} cannot make the {2}: an element whose {3} is {4} exists already",
            "Nothing was changed.",
            "Use the existing element, or choose another name. An archived element keeps its name too: restore it.")),
    UNKNOWN_TYPE(error(
            "OMAG-COMMON-400-018",
            400,
            "Type {0}, asked for by {1} of {2}, is not an open metadata type; the nearest name is {3}",
            "Nothing was changed.",
            "Correct the name of the type and ask again.")),
    WRONG_TYPE(error(
            "OMAG-COMMON-400-019",
            400,
            "Type {0} cannot be used in {1} of {2}, which needs {3}",
            "Nothing was changed.",
            "Use the type that is needed, or one of its sub-types.")),
    MISSING_VALUE(error(
            "OMAG-COMMON-400-006",
            400,
            "{0} is missing in the request to {1}",
            "Nothing was changed.",
            "Give the value and ask again.")),
    NULL_VALUE(error(
            "OMAG-COMMON-400-015",
            400,
            "{0} is null in the request to {1}",
            "Nothing was changed.",
            "Give a value, or leave the property out.")),
    NEGATIVE_START(error(
            "OMAG-COMMON-400-008",
            400,
            "{0} is not possible for {1} of {2}: it must be 0 or more",
            "Nothing was read.",
            "Start at 0 or later.")),
    NEGATIVE_PAGE_SIZE(error(
            "OMAG-COMMON-400-009",
            400,
            "{0} is not possible for {1} of {2}: it must be 0 or more",
            "Nothing was read.",
            "Ask for a page of 1 or more, or of 0 for the largest one.")),
    PAGE_TOO_LARGE(error(
            "OMAG-COMMON-400-010",
            400,
            "{0} is too much for {1} of {2}: at the most {3} are returned at once",
            "Nothing was read.",
            "Ask for smaller pages.")),
    WRONG_PROPERTY(error(
            "OMAG-REPOSITORY-HANDLER-400-001",
            400,
            "Property {0}, given to {1} of {2}, does not fit type {3}: expected is {4}",
            "Nothing was changed.",
            "Correct name or kind of the property.")),
    WRONG_CLASSIFICATION(error(
            "OMAG-REPOSITORY-HANDLER-400-004",
            404,
            "Classification {0}, given to {1} of {2}, is not one for elements of type {3}",
            "Nothing was changed.",
            "Use a classification that this type of element may have.")),
    OTHER_SOURCE(error(
            "OMAG-REPOSITORY-HANDLER-400-007",
            400,
            "{0} was asked for metadata source {1} ({2}), but {3} {4} belongs to {5} {6} ({7})",
            "Nothing was changed.",
            "Let the owning metadata source make the change.")),
    NO_SOURCE(error(
            "OMAG-REPOSITORY-HANDLER-400-008",
            400,
            "{0} cannot change {1} {2}, which belongs to {3} {4} ({5}): user {6} named no metadata source",
            "Nothing was changed.",
            "Let the owning metadata source make the change.")),
    ARCHIVED(error(
            "OMAG-REPOSITORY-HANDLER-400-010",
            400,
            "{0} {1} is archived, so {2} of {3} does not see it",
            "Nothing was changed.",
            "Restore the element first, or ask for lineage where only reading is wanted.")),
    DATA_SETS_LEFT(error(
            "OMAG-GENERIC-HANDLERS-403-004",
            403,
            "{0} {1} still has {2} {3}, so that {4} would leave it without what it is a part of",
            "Nothing was changed.",
            "Remove what it holds first.")),
    FOLDER_NOT_EMPTY(error(
            "OMAG-GENERIC-HANDLERS-403-005",
            403,
            "{0} {1} still holds {2} {3}, so that {4} would leave it without a folder",
            "Nothing was changed.",
            "Remove what it holds first, or move it elsewhere.")),
    UNKNOWN_ELEMENT(error(
            "OMAG-REPOSITORY-HANDLER-404-007",
            404,
            "There is no {0} {1}, which {2} of {3} was asked for",
            "Nothing was changed.",
            "Check the identifier; the element may have been removed.")),
    UNKNOWN_RELATIONSHIP(error(
            "OMAG-REPOSITORY-HANDLER-404-012",
            404,
            "There is no relationship {0}, which {1} of {2} was asked for",
            "Nothing was changed.",
            "Check the identifier; the relationship may have been removed.")),
    SERVER_NOT_AVAILABLE(error(
            "OMAG-MULTI-TENANT-404-001",
            404,
            "Server {0} is not available to serve a request of user {1}",
            "The request was not carried out.",
            "Check the name of the server, and start it if it is not running.")),
    SERVICE_NOT_IN_SERVER(error(
            "OMAG-MULTI-TENANT-404-002",
            404,
            "Service {0} is not part of server {1}, which user {2} called",
            "The request was not carried out.",
            "Call a server that is configured with this service.")),
    KEPT_BY_STORE(error(
            "OPEN-METADATA-STORE-400-001",
            400,
            "Classification {0} is kept by the store itself and cannot be given to {1}",
            "Nothing was changed.",
            "Archive and restore elements, and anchor them when they are created.")),
    TOO_LARGE(error(
            "OPEN-METADATA-STORE-400-002",
            400,
            "The properties given to {0} for type {1} take {2} characters; {3} can be kept",
            "Nothing was changed.",
            "Shorten the values.")),
    WRONG_KIND(error(
            "OPEN-METADATA-STORE-400-003",
            400,
            "{0} in the request to {1} must be {2}",
            "The request was not carried out.",
            "Correct the value and ask again.")),
    NOT_SUPPORTED(error(
            "OPEN-METADATA-STORE-400-004",
            400,
            "{0}, asked for by {1}, is not supported by the {2} of this platform",
            "Nothing was changed.",
            "Do without it (docs/store-api.md lists what there is), or use a metadata server that has it.")),
    TOO_MANY(error(
            "OPEN-METADATA-STORE-400-005",
            400,
            "{0} has more than {1} changes",
            "This batch and what comes after it were not carried out.",
            "Send fewer changes at once.")),
    BAD_LINE(error(
            "OPEN-METADATA-STORE-400-006",
            400,
            "Line {0} of the changes is not {1}",
            "The batch with this line and what comes after it were not carried out.",
            "Correct the line and send the request again, under the same id.")),
    BAD_EXPORT_LINE(error(
            "OPEN-METADATA-STORE-400-007",
            400,
            "Line {0} of the export is not as exports are: {1}",
            "Nothing was imported.",
            "Import the file as it was exported.")),
    EXPORT_NOT_WHOLE(error(
            "OPEN-METADATA-STORE-400-008",
            400,
            "The export is not whole, or was changed: {0}",
            "Nothing was imported.",
            "Compare the file with the one that was exported, or export again.")),
    NO_EXPORT(error(
            "OPEN-METADATA-STORE-400-009",
            400,
            "The file does not begin as an export of version {0}, which is what this platform reads",
            "Nothing was imported.",
            "Import a file that was exported from a metadata access store, by a platform that writes this version.")),
    LINE_TOO_LONG(error(
            "OPEN-METADATA-STORE-413-001",
            413,
            "Line {0} of the changes is longer than {1} bytes",
            "The batch with this line and what comes after it were not carried out.",
            "Shorten the values of the change.")),
    EXPORT_LINE_TOO_LONG(error(
            "OPEN-METADATA-STORE-413-002",
            413,
            "Line {0} of the export is longer than {1} bytes",
            "Nothing was imported.",
            "Import the file as it was exported: no store exports lines that are as long.")),
    BATCH_TOO_LARGE(error(
            "OPEN-METADATA-STORE-413-003",
            413,
            "With line {0} the batch is larger than {1} bytes",
            "The batch with this line and what comes after it were not carried out.",
            "Commit before that line: several smaller batches take as much as one.")),
    REQUEST_ID_USED(error(
            "OPEN-METADATA-STORE-409-001",
            409,
            "Request id {0} was used for other changes before (batch {1})",
            "This batch and what comes after it were not carried out.",
            "Give each request an id of its own, and repeat a request with the very same lines.")),
    STORE_NOT_EMPTY(error(
            "OPEN-METADATA-STORE-409-002",
            409,
            "Metadata server {0} holds elements; an export is imported into an empty one only",
            "Nothing was imported.",
            "Import into a metadata access store with a new name, while nobody else writes to it.")),
    EXPORT_CONTRADICTS(error(
            "OPEN-METADATA-STORE-409-003",
            409,
            "The export contradicts itself, or what others wrote to metadata server {0} meanwhile (SQL state {1})",
            "Nothing was imported.",
            "Import the file as it was exported, while nobody else writes.")),
    NOT_CLASSIFIED(error(
            "OPEN-METADATA-STORE-404-001",
            404,
            "Element {0} does not have the classification {1}, to which {2} would give other properties",
            "Nothing was changed.",
            "Classify the element first.")),
    DATABASE_FAILED(error(
            "OPEN-METADATA-STORE-500-001",
            500,
            "The database of metadata server {0} failed (SQL state {1})",
            "The request was not carried out, or was undone.",
            "See the server's log for the cause, and whether the database is up.")),
    STORE_BUSY(error(
            "OPEN-METADATA-STORE-500-002",
            500,
            "Metadata server {0} could not carry out the change: others changed the same elements, {1} times in a row",
            "The request was undone.",
            "Ask again later."));

    private final MessageText text;

    MetadataMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
