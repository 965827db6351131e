package io.openintegration.daemon.metadata;

import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import java.util.Optional;

/** The refusals of a metadata server, each with kind and message; {@code operation} is the peer's name of the call. */
public final class Refusals {

    /** The service that these messages speak for. */
    public static final String SERVICE = "Open Metadata Store";

    private static final String OWNER = "External Source";

    private Refusals() {}

    public static MetadataStoreException duplicateName(String operation, TypeName type, QualifiedName name) {
        return new MetadataStoreException(
                Kind.DUPLICATE_NAME,
                MetadataMessage.DUPLICATE_NAME.with(operation, SERVICE, type, "qualifiedName", name));
    }

    public static MetadataStoreException missingValue(String operation, String field) {
        return invalid(MetadataMessage.MISSING_VALUE, field, operation);
    }

    public static MetadataStoreException unknownType(String operation, TypeName type, String nearest) {
        return invalid(MetadataMessage.UNKNOWN_TYPE, type, operation, SERVICE, nearest);
    }

    public static MetadataStoreException wrongType(String operation, TypeName type, String expected) {
        return invalid(MetadataMessage.WRONG_TYPE, type, operation, SERVICE, expected);
    }

    public static MetadataStoreException wrongProperty(
            String operation, String property, TypeName type, String expected) {
        return invalid(MetadataMessage.WRONG_PROPERTY, property, operation, SERVICE, type, expected);
    }

    public static MetadataStoreException wrongClassification(String operation, TypeName name, TypeName elementType) {
        return invalid(MetadataMessage.WRONG_CLASSIFICATION, name, operation, SERVICE, elementType);
    }

    public static MetadataStoreException keptByStore(String operation, TypeName classification) {
        return invalid(MetadataMessage.KEPT_BY_STORE, classification, operation);
    }

    public static MetadataStoreException notClassified(String operation, TypeName classification, Guid element) {
        return new MetadataStoreException(
                Kind.NOT_FOUND, MetadataMessage.NOT_CLASSIFIED.with(element, classification, operation));
    }

    /** @param field of the request, whose value is null */
    public static MetadataStoreException nullValue(String operation, String field) {
        return invalid(MetadataMessage.NULL_VALUE, field, operation);
    }

    /** @param what field or path that stands for what this store does not do */
    public static MetadataStoreException notSupported(String operation, String what) {
        return invalid(MetadataMessage.NOT_SUPPORTED, what, operation, SERVICE);
    }

    /** @param child one of the elements that it still holds */
    public static MetadataStoreException notEmpty(
            MetadataMessage message, String operation, Element element, Element child) {
        return invalid(message, element.type(), element.guid(), child.type(), child.guid(), operation);
    }

    /** @param what has them, in words */
    public static MetadataStoreException tooManyChanges(String what, int most) {
        return invalid(MetadataMessage.TOO_MANY, what, most);
    }

    /** @param expected what the line should be, in words */
    public static MetadataStoreException badLine(long number, String expected) {
        return invalid(MetadataMessage.BAD_LINE, number, expected);
    }

    public static MetadataStoreException lineTooLong(long number, int longest) {
        return invalid(MetadataMessage.LINE_TOO_LONG, number, longest);
    }

    public static MetadataStoreException batchTooLarge(long line, int largest) {
        return invalid(MetadataMessage.BATCH_TOO_LARGE, line, largest);
    }

    public static MetadataStoreException requestIdUsed(BatchId id) {
        return invalid(MetadataMessage.REQUEST_ID_USED, id.request(), id.number());
    }

    /** @param reason in words: what is wrong with the line */
    public static MetadataStoreException badExportLine(long number, String reason) {
        return invalid(MetadataMessage.BAD_EXPORT_LINE, number, reason);
    }

    public static MetadataStoreException exportLineTooLong(long number, int longest) {
        return invalid(MetadataMessage.EXPORT_LINE_TOO_LONG, number, longest);
    }

    /** @param reason in words */
    public static MetadataStoreException exportNotWhole(String reason) {
        return invalid(MetadataMessage.EXPORT_NOT_WHOLE, reason);
    }

    public static MetadataStoreException noExport(int version) {
        return invalid(MetadataMessage.NO_EXPORT, version);
    }

    public static MetadataStoreException notEmpty(ServerName server) {
        return invalid(MetadataMessage.STORE_NOT_EMPTY, server);
    }

    public static MetadataStoreException negativeStart(String operation, int given) {
        return invalid(MetadataMessage.NEGATIVE_START, given, "startFrom", operation);
    }

    public static MetadataStoreException negativePageSize(String operation, int given) {
        return invalid(MetadataMessage.NEGATIVE_PAGE_SIZE, given, "pageSize", operation);
    }

    public static MetadataStoreException pageTooLarge(String operation, int given, int largest) {
        return invalid(MetadataMessage.PAGE_TOO_LARGE, given, "pageSize", operation, largest);
    }

    /** @param expected what the field's value must be, in words */
    public static MetadataStoreException wrongKind(String operation, String field, String expected) {
        return invalid(MetadataMessage.WRONG_KIND, field, operation, expected);
    }

    /** @param reference GUID or name that was looked for */
    public static MetadataStoreException unknownElement(String operation, String reference) {
        return new MetadataStoreException(
                Kind.NOT_FOUND,
                MetadataMessage.UNKNOWN_ELEMENT.with("OpenMetadataRoot", reference, operation, SERVICE));
    }

    public static MetadataStoreException unknownRelationship(String operation, Guid relationship) {
        return new MetadataStoreException(
                Kind.NOT_FOUND, MetadataMessage.UNKNOWN_RELATIONSHIP.with(relationship, operation, SERVICE));
    }

    public static MetadataStoreException archived(String operation, Element element) {
        return invalid(MetadataMessage.ARCHIVED, element.type(), element.guid(), operation, SERVICE);
    }

    /** The refusal for a requester that speaks for another source than {@code owner}, or for none. */
    public static MetadataStoreException foreign(
            String operation, Requester requester, TypeName type, Guid guid, MetadataSource owner) {
        Optional<MetadataSource> given = requester.source();
        return new MetadataStoreException(
                Kind.NOT_AUTHORIZED,
                given.isPresent()
                        ? MetadataMessage.OTHER_SOURCE.with(
                                operation,
                                given.get().guid(),
                                given.get().name(),
                                type,
                                guid,
                                OWNER,
                                owner.guid(),
                                owner.name())
                        : MetadataMessage.NO_SOURCE.with(
                                operation, type, guid, OWNER, owner.guid(), owner.name(), requester.user()));
    }

    public static MetadataStoreException serverNotAvailable(ServerName server, UserId user) {
        return new MetadataStoreException(Kind.UNAVAILABLE, MetadataMessage.SERVER_NOT_AVAILABLE.with(server, user));
    }

    private static MetadataStoreException invalid(MetadataMessage message, Object... parameters) {
        return new MetadataStoreException(Kind.INVALID_REQUEST, message.with(parameters));
    }
}
