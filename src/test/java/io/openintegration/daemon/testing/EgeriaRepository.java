package io.openintegration.daemon.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.EgeriaJson.NotReadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a live Egeria 6.1 does with the requests of its open metadata store, its oddities included: a create that leaves an unlinked element
 * behind, archiving that anybody may do and that breaks off half-way without {@code forLineage}, restoring element by element, shuffled
 * pages. The elements themselves are in an {@link InMemoryMetadataStore}.
 */
final class EgeriaRepository {

    private static final TypeName NESTED_FILE = new TypeName("NestedFile");
    private static final TypeName FOLDER_HIERARCHY = new TypeName("FolderHierarchy");

    private final InMemoryMetadataStore store;
    private final Random shuffling = new Random(6);
    private final Map<Guid, ElementProperties> mementos = new HashMap<>();
    private final Set<Guid> deletedLinks = new HashSet<>();
    private int largestPage = 1_000;
    private boolean nextIsLeftBare;

    EgeriaRepository(InMemoryMetadataStore store) {
        this.store = store;
    }

    private record Told(MessageText text) implements MessageDefinition {
        static Message message(String id, int code, String words) {
            return new Told(MessageText.error(id, code, "{0}", "", "")).with(words);
        }
    }

    synchronized void limitPagesTo(int most) {
        largestPage = most;
    }

    /** The next element gets neither its classifications nor its parent. */
    synchronized void leaveNextBare() {
        nextIsLeftBare = true;
    }

    synchronized ObjectNode element(Guid guid, boolean forLineage) {
        Element element = visible(guid, forLineage, "getMetadataElementByGUID");
        ObjectNode answer = answer("OpenMetadataElementResponse");
        answer.set("element", EgeriaJson.element(element));
        return answer;
    }

    synchronized ObjectNode create(UserId user, JsonNode body) {
        if (nextIsLeftBare) {
            nextIsLeftBare = false;
            ObjectNode bare = body.deepCopy();
            return create(user, bare.without(List.of("initialClassifications", "parentGUID")));
        }
        Requester requester = requester(user, body);
        if (!body.hasNonNull("typeName")) {
            throw Refusals.missingValue("createMetadataElementInStore", "typeName");
        }
        boolean anchored =
                body.hasNonNull("anchorGUID") && !body.path("isOwnAnchor").asBoolean(true);
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        body.path("initialClassifications")
                .fields()
                .forEachRemaining(
                        one -> classifications.put(new TypeName(one.getKey()), EgeriaJson.properties(one.getValue())));
        Optional<Guid> parent = Optional.of(body.path("parentGUID"))
                .filter(JsonNode::isTextual)
                .map(guid -> new Guid(guid.textValue()));
        parent.ifPresent(guid -> visible(guid, false, "createMetadataElementInStore"));
        Guid made = apply(
                        requester,
                        new Change.CreateElement(
                                new TypeName(body.path("typeName").asText()),
                                EgeriaJson.properties(body.path("properties")),
                                classifications,
                                anchored
                                        ? Optional.of(ElementRef.to(
                                                new Guid(body.path("anchorGUID").asText())))
                                        : Optional.empty(),
                                Optional.empty()))
                .guid();
        parent.ifPresent(guid -> link(requester, made, guid, body));
        return answer("GUIDResponse").put("guid", made.value());
    }

    /** A parent of a wrong type is noticed before anything is made; a wrong property after. */
    private void link(Requester requester, Guid made, Guid parent, JsonNode body) {
        boolean parentAtEnd1 = body.path("parentAtEnd1").asBoolean(true);
        try {
            apply(
                    requester,
                    new Change.Relate(
                            new TypeName(body.path("parentRelationshipTypeName").asText()),
                            ElementRef.to(parentAtEnd1 ? parent : made),
                            ElementRef.to(parentAtEnd1 ? made : parent),
                            EgeriaJson.properties(body.path("parentRelationshipProperties"))));
        } catch (MetadataStoreException refused) {
            if (!refused.reason().id().equals(MetadataMessage.WRONG_PROPERTY.id())) {
                apply(requester, new Change.RemoveElement(made, Change.Removal.PURGE));
            }
            throw refused;
        }
    }

    synchronized ObjectNode update(UserId user, Guid guid, JsonNode body) {
        ChangeResult result = apply(
                requester(user, body),
                new Change.UpdateElement(
                        guid,
                        EgeriaJson.properties(body.path("properties")),
                        body.path("mergeUpdate").asBoolean(true)));
        return answer("BooleanResponse").put("flag", result.changed());
    }

    synchronized ObjectNode delete(UserId user, Guid guid, JsonNode body) {
        visible(guid, body.path("forLineage").asBoolean(), "deleteMetadataElementInStore");
        Set<TypeName> holding = Set.of(NESTED_FILE, FOLDER_HIERARCHY);
        if (store.relationships().stream()
                .anyMatch(link -> link.end1().equals(guid) && holding.contains(link.type()))) {
            throw new MetadataStoreException(
                    Kind.INVALID_REQUEST,
                    Told.message("OMAG-GENERIC-HANDLERS-403-005", 403, "Folder " + guid + " is not empty"));
        }
        apply(requester(user, body), new Change.RemoveElement(guid, Change.Removal.PURGE));
        return answer("VoidResponse");
    }

    synchronized ObjectNode archive(UserId user, Guid guid, JsonNode body) {
        if (!body.isMissingNode() && !body.path("class").asText().equals("DeleteElementRequestBody")) {
            throw new NotReadableException("missing type id property 'class'");
        }
        Element root = visible(guid, true, "archiveMetadataElementInStore");
        boolean forLineage = body.path("forLineage").asBoolean();
        List<Element> parts = parts(guid);
        Stream<Element> meant = forLineage || (parts.isEmpty() && root.anchor().isEmpty())
                ? Stream.concat(Stream.of(root), parts.stream())
                : parts.stream();
        meant.filter(element -> !element.isArchived()).toList().forEach(element -> mark(user, element, body));
        if (!forLineage && (!parts.isEmpty() || root.anchor().isPresent())) {
            throw Refusals.archived("archiveMetadataElementInStore", root);
        }
        return answer("VoidResponse");
    }

    private void mark(UserId user, Element element, JsonNode body) {
        apply(asOwner(user, element), new Change.RemoveElement(element.guid(), Change.Removal.ARCHIVE));
        Map<String, String> given = new HashMap<>();
        body.path("archiveProperties")
                .fields()
                .forEachRemaining(
                        field -> given.put(field.getKey(), field.getValue().asText()));
        mementos.put(
                element.guid(),
                ElementProperties.builder()
                        .put(
                                "archiveDate",
                                new PropertyValue.Date(Instant.ofEpochMilli(
                                        body.path("archiveDate").asLong())))
                        .text("archiveUser", user.value())
                        .text("archiveProcess", body.path("archiveProcess").asText())
                        .map("archiveProperties", given)
                        .build());
    }

    synchronized ObjectNode classify(UserId user, Guid guid, TypeName name, JsonNode body) {
        Element element = visible(guid, false, "classifyMetadataElementInStore");
        apply(
                asOwner(user, element),
                new Change.Classify(ElementRef.to(guid), name, EgeriaJson.properties(body.path("properties"))));
        return answer("VoidResponse");
    }

    /** The mark of archived elements is taken from this one element alone, by anybody. */
    synchronized ObjectNode declassify(UserId user, Guid guid, TypeName name, JsonNode body) {
        Element element = visible(guid, body.path("forLineage").asBoolean(), "declassifyMetadataElementInStore");
        if (name.equals(Element.MEMENTO)) {
            List<Element> archivedParts =
                    parts(guid).stream().filter(Element::isArchived).toList();
            apply(asOwner(user, element), new Change.RestoreElement(guid));
            archivedParts.stream()
                    .filter(part -> !current(part.guid()).isArchived())
                    .forEach(part ->
                            apply(asOwner(user, part), new Change.RemoveElement(part.guid(), Change.Removal.ARCHIVE)));
        } else {
            apply(asOwner(user, element), new Change.Declassify(guid, name));
        }
        return answer("VoidResponse");
    }

    synchronized ObjectNode relate(UserId user, JsonNode body) {
        ChangeResult result = apply(
                requester(user, body),
                new Change.Relate(
                        new TypeName(body.path("typeName").asText()),
                        ElementRef.to(new Guid(body.path("metadataElement1GUID").asText())),
                        ElementRef.to(new Guid(body.path("metadataElement2GUID").asText())),
                        EgeriaJson.properties(body.path("properties"))));
        return answer("GUIDResponse").put("guid", result.guid().value());
    }

    synchronized ObjectNode updateRelationship(UserId user, Guid guid, JsonNode body) {
        apply(
                requester(user, body),
                new Change.UpdateRelationship(
                        guid,
                        EgeriaJson.properties(body.path("properties")),
                        body.path("mergeUpdate").asBoolean(true)));
        return answer("VoidResponse");
    }

    synchronized ObjectNode unrelate(UserId user, Guid guid, JsonNode body) {
        if (deletedLinks.contains(guid)) {
            throw new MetadataStoreException(
                    Kind.UNAVAILABLE,
                    Told.message(
                            "OMAG-REPOSITORY-HANDLER-500-001",
                            500,
                            "the repository says OMRS-REPOSITORY-404-002 gone"));
        }
        if (!apply(requester(user, body), new Change.Unrelate(guid)).changed()) {
            throw Refusals.unknownRelationship("deleteRelatedElementsInStore", guid);
        }
        deletedLinks.add(guid);
        return answer("VoidResponse");
    }

    synchronized ObjectNode relationship(Guid guid) {
        ObjectNode answer = answer("OpenMetadataRelationshipResponse");
        answer.set(
                "element",
                EgeriaJson.relationship(store.relationships().stream()
                        .filter(link -> link.guid().equals(guid))
                        .findFirst()
                        .orElseThrow(() -> Refusals.unknownRelationship("getRelationshipByGUID", guid))));
        return answer;
    }

    synchronized ObjectNode links(TypeName type, Guid one, Guid other) {
        ObjectNode answer = answer("OpenMetadataRelationshipListResponse");
        List<Relationship> links = new ArrayList<>(store.relationships().stream()
                .filter(link -> link.type().equals(type)
                        && Set.of(link.end1(), link.end2()).equals(new HashSet<>(List.of(one, other))))
                .toList());
        Collections.shuffle(links, shuffling);
        if (!links.isEmpty()) {
            ObjectNode list = answer.putObject("relationshipList");
            links.forEach(link -> list.withArray("relationships").add(EgeriaJson.relationship(link)));
        }
        return answer;
    }

    synchronized ObjectNode related(UserId user, Guid guid, Optional<TypeName> type, int end, JsonNode body) {
        int size = body.path("pageSize").asInt();
        RelatedQuery query = new RelatedQuery(
                guid,
                type,
                end == 1 || end == 2 ? end : 0,
                body.path("forLineage").asBoolean(),
                EgeriaSearch.sequence(body),
                new Paging(body.path("startFrom").asInt(), size == 0 ? largestPage : Math.min(size, largestPage)));
        List<RelatedElement> page = new ArrayList<>(store.related(new Requester(user, Optional.empty()), query));
        Collections.shuffle(page, shuffling);
        ObjectNode answer = answer("RelatedMetadataElementListResponse");
        ObjectNode list = answer.putObject("relatedElementList");
        list.set("startingElement", EgeriaJson.element(current(guid)));
        page.forEach(found -> list.withArray("elementList")
                .add(EgeriaJson.related(
                        new RelatedElement(found.relationship(), shown(found.element()), found.elementAtEnd1()))));
        return answer;
    }

    synchronized ObjectNode findByString(UserId user, JsonNode body) {
        boolean startsWith = body.path("startsWith").asBoolean();
        boolean endsWith = body.path("endsWith").asBoolean();
        Condition wanted = new Condition.AnyText(
                startsWith && endsWith
                        ? TextSearch.Match.WHOLE
                        : startsWith
                                ? TextSearch.Match.STARTS_WITH
                                : endsWith ? TextSearch.Match.ENDS_WITH : TextSearch.Match.CONTAINS,
                body.path("searchString").asText(""),
                body.path("ignoreCase").asBoolean(true));
        ElementQuery query = new ElementQuery(
                type(body),
                Set.of(),
                wanted,
                body.path("forLineage").asBoolean(),
                EgeriaSearch.sequence(body),
                new Paging(0, Integer.MAX_VALUE));
        return elements(store.find(new Requester(user, Optional.empty()), query), body);
    }

    synchronized ObjectNode findByConditions(UserId user, JsonNode body) {
        JsonNode search = body.path("searchProperties");
        if (!search.isObject()) {
            throw Refusals.missingValue("findMetadataElements", "searchProperties");
        } else if (search.path("conditions").isEmpty()) {
            throw new MetadataStoreException(
                    Kind.UNAVAILABLE,
                    Told.message("OMAG-REPOSITORY-HANDLER-500-001", 500, "OMRS-REPOSITORY-400-074 no conditions"));
        }
        Condition wanted = EgeriaSearch.elements(body);
        ElementQuery all = new ElementQuery(
                type(body),
                EgeriaSearch.subTypes(body),
                Condition.always(),
                body.path("forLineage").asBoolean(),
                EgeriaSearch.sequence(body),
                new Paging(0, Integer.MAX_VALUE));
        return elements(
                store.find(new Requester(user, Optional.empty()), all).stream()
                        .filter(wanted::holds)
                        .toList(),
                body);
    }

    /** GUIDs of ends are taken, and not looked at. */
    synchronized ObjectNode findRelationships(UserId user, JsonNode body) {
        String operation = "findRelationshipsBetweenMetadataElements";
        if (!body.hasNonNull("relationshipTypeName")) {
            throw Refusals.missingValue(operation, "relationshipTypeName");
        }
        Condition wanted = body.has("searchProperties")
                ? EgeriaSearch.properties(body.path("searchProperties"))
                : Condition.always();
        RelationshipQuery all = new RelationshipQuery(
                Optional.of(new TypeName(body.path("relationshipTypeName").asText())),
                RelationshipQuery.Ends.ANY,
                Condition.always(),
                body.path("forLineage").asBoolean(),
                EgeriaSearch.sequence(body),
                new Paging(0, Integer.MAX_VALUE));
        List<Relationship> page = page(
                store.find(new Requester(user, Optional.empty()), all).stream()
                        .filter(wanted::holds)
                        .toList(),
                body);
        ObjectNode answer = answer("OpenMetadataRelationshipListResponse");
        if (!page.isEmpty()) {
            ObjectNode list = answer.putObject("relationshipList");
            page.forEach(link -> list.withArray("relationships").add(EgeriaJson.relationship(link)));
        }
        return answer;
    }

    private ObjectNode elements(List<Element> found, JsonNode body) {
        ObjectNode answer = answer("OpenMetadataElementsResponse");
        page(found, body).forEach(element -> answer.withArray("elements").add(EgeriaJson.element(shown(element))));
        return answer;
    }

    /** The right members, in no order. */
    private <T> List<T> page(List<T> found, JsonNode body) {
        int size = body.path("pageSize").asInt();
        if (size > largestPage) {
            throw Refusals.pageTooLarge("findMetadataElements", size, largestPage);
        }
        List<T> page = new ArrayList<>(found.stream()
                .skip(body.path("startFrom").asInt())
                .limit(size == 0 ? largestPage : size)
                .toList());
        Collections.shuffle(page, shuffling);
        return page;
    }

    private Element visible(Guid guid, boolean forLineage, String operation) {
        Element element =
                store.get(anybody(), guid, true).orElseThrow(() -> Refusals.unknownElement(operation, guid.value()));
        if (element.isArchived() && !forLineage) {
            throw Refusals.archived(operation, element);
        }
        return shown(element);
    }

    private Element current(Guid guid) {
        return store.get(anybody(), guid, true).orElseThrow();
    }

    /** With the mark that it was archived with. */
    private Element shown(Element element) {
        if (!element.isArchived()) {
            return element;
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>(element.classifications());
        classifications.put(Element.MEMENTO, mementos.getOrDefault(element.guid(), ElementProperties.NONE));
        return element.classified(classifications);
    }

    /** All that is anchored to it, directly or not. */
    private List<Element> parts(Guid anchor) {
        List<Element> parts = new ArrayList<>();
        store.elements().stream()
                .filter(element -> element.anchor().filter(anchor::equals).isPresent())
                .forEach(part -> {
                    parts.add(part);
                    parts.addAll(parts(part.guid()));
                });
        return parts;
    }

    private ChangeResult apply(Requester requester, Change change) {
        return store.apply(requester, ChangeSet.of(change)).get(0);
    }

    private static Requester asOwner(UserId user, Element element) {
        return new Requester(user, element.source());
    }

    /** Only the GUID decides; without a name, the source is called by it. */
    private static Requester requester(UserId user, JsonNode body) {
        return new Requester(
                user,
                Optional.of(body.path("externalSourceGUID"))
                        .filter(JsonNode::isTextual)
                        .map(guid -> new MetadataSource(
                                new Guid(guid.textValue()),
                                new QualifiedName(
                                        body.path("externalSourceName").asText(guid.textValue())))));
    }

    private static Requester anybody() {
        return new Requester(new UserId("repository"), Optional.empty());
    }

    private static Optional<TypeName> type(JsonNode body) {
        return Optional.of(body.path("metadataElementTypeName"))
                .filter(JsonNode::isTextual)
                .map(type -> new TypeName(type.textValue()));
    }

    private static ObjectNode answer(String className) {
        return JsonNodeFactory.instance.objectNode().put("class", className).put("relatedHTTPCode", 200);
    }
}
