package io.openintegration.daemon.rest;

import static java.util.Map.entry;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.configuration.documents.DocumentMessage;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.runtime.RuntimeMessage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameter of a request that a message complains of, by the name that Egeria's protocol has for it. */
final class ParameterInError {

    private static final String CONNECTOR = "connectorName";
    private static final String SERVER = "serverName";
    private static final String SERVICE = "serviceURLMarker";
    private static final String BODY = "requestBody";

    private static final Map<MessageDefinition, String> NAMES = Map.ofEntries(
            entry(RuntimeMessage.UNKNOWN_CONNECTOR, CONNECTOR),
            entry(RuntimeMessage.CONNECTOR_ELSEWHERE, CONNECTOR),
            entry(RuntimeMessage.REFRESH_OF_FAILED, CONNECTOR),
            entry(RuntimeMessage.REFRESH_OF_ENGAGED, CONNECTOR),
            entry(RuntimeMessage.REFRESH_OF_STOPPED, CONNECTOR),
            entry(RuntimeMessage.REFRESH_OF_PAUSED, CONNECTOR),
            entry(RuntimeMessage.OUTSIDE_WINDOW, CONNECTOR),
            entry(RestMessage.NAME_BLANK, CONNECTOR),
            entry(RuntimeMessage.SERVICE_NOT_HERE, SERVICE),
            entry(ConfigurationMessage.UNKNOWN_SERVICE, SERVICE),
            entry(ConfigurationMessage.UNKNOWN_SERVER, SERVER),
            entry(MetadataMessage.SERVER_NOT_AVAILABLE, SERVER),
            entry(ConfigurationMessage.DOCUMENT_INVALID, BODY),
            entry(RestMessage.BODY_TOO_LARGE, BODY),
            entry(RestMessage.BODY_NOT_JSON, BODY),
            entry(RestMessage.BODY_NOT_OBJECT, BODY),
            entry(RestMessage.BODY_NOT_UTF8, BODY),
            entry(RestMessage.BODY_UNREADABLE, BODY),
            entry(DocumentMessage.CHANGE_REFUSED, BODY),
            entry(DocumentMessage.NAME_NOT_ALLOWED, SERVER),
            entry(DocumentMessage.NO_SUCH_SERVICE, SERVICE),
            entry(DocumentMessage.NO_SUCH_CONNECTOR, CONNECTOR),
            entry(DocumentMessage.OTHER_CONNECTOR, CONNECTOR),
            entry(DocumentMessage.NO_ENDPOINT, CONNECTOR),
            entry(MetadataMessage.FOLDER_NOT_EMPTY, "validateEmptyFolder"),
            entry(MetadataMessage.DATA_SETS_LEFT, "validateNoDataSetContent"),
            entry(FamilyMessage.NO_SUCH_GROUP, "integrationGroupName"),
            entry(FamilyMessage.NO_SUCH_PROVIDER, "connectorProviderClassName"));

    /** Messages whose first parameter is the name. */
    private static final Set<MessageDefinition> NAMED_FIRST = Set.of(
            RestMessage.BAD_PARAMETER,
            RestMessage.UNKNOWN_FIELD,
            RestMessage.FIELD_NOT_TEXT,
            MetadataMessage.MISSING_VALUE,
            MetadataMessage.NULL_VALUE,
            MetadataMessage.WRONG_KIND,
            MetadataMessage.NOT_SUPPORTED);

    private ParameterInError() {}

    /** Empty where the message is not about one parameter. */
    static Optional<String> of(Message reason) {
        return NAMED_FIRST.contains(reason.definition())
                ? reason.parameters().stream().findFirst()
                : Optional.ofNullable(NAMES.get(reason.definition()));
    }
}
