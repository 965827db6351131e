package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The calls of Egeria 6's open metadata store API, one method for each, in the form in which a live Egeria takes them. Every
 * method throws {@link MetadataStoreException} where the server cannot be asked or refuses.
 */
final class StoreApi {

    private static final String ELEMENTS = "/metadata-elements";
    private static final String LINKS = "/related-elements";

    private final Channel channel;

    StoreApi(Channel channel) {
        this.channel = channel;
    }

    /** A part of a list. */
    record Page(int start, int size, Sequence sequence) {

        static Page first(int size) {
            return new Page(0, size, Sequence.CREATION_OLDEST);
        }

        private ObjectNode body() {
            return json().put("startFrom", start)
                    .put("pageSize", size)
                    .put("sequencingOrder", Sequencing.name(sequence));
        }
    }

    Optional<Element> element(Requester requester, Guid guid, boolean forLineage) {
        try {
            return Optional.of(channel.send(
                    Call.get(requester.user(), path(ELEMENTS, guid) + "?forLineage=" + forLineage),
                    answer -> ElementReading.element(Fields.of(answer.get("element"), "element"))));
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.NOT_FOUND || refused.reason().id().equals(MetadataMessage.ARCHIVED.id())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Archived ones too. There may be several of one name. */
    List<Element> named(Requester requester, Collection<QualifiedName> names, Page page) {
        ObjectNode body = page.body().put("forLineage", true);
        ObjectNode search = body.putObject("searchProperties").put("matchCriteria", "ANY");
        ArrayNode conditions = search.putArray("conditions");
        names.forEach(name -> conditions
                .addObject()
                .put("property", "qualifiedName")
                .put("operator", "EQ")
                .set("value", PropertyWriting.text(name.value())));
        return elements(requester, "/by-search-conditions", body);
    }

    /** Those that are anchored to this one directly, archived ones too. */
    List<Element> anchoredTo(Requester requester, Guid anchor, Page page) {
        ObjectNode body = page.body().put("forLineage", true);
        ObjectNode search = body.putObject("searchProperties").put("matchCriteria", "ALL");
        search.putArray("conditions")
                .addObject()
                .put("property", "qualifiedName")
                .put("operator", "NOT_NULL");
        ObjectNode classifications = body.putObject("matchClassifications").put("matchCriteria", "ALL");
        ObjectNode anchors = classifications.putArray("conditions").addObject().put("name", Element.ANCHORS.value());
        anchors.putObject("searchProperties")
                .put("matchCriteria", "ALL")
                .putArray("conditions")
                .addObject()
                .put("property", "anchorGUID")
                .put("operator", "EQ")
                .set("value", PropertyWriting.text(anchor.value()));
        return elements(requester, "/by-search-conditions", body);
    }

    List<Element> find(Requester requester, TextSearch search, Page page) {
        ObjectNode body = page.body()
                .put("searchString", search.text())
                .put("startsWith", startsWith(search.match()))
                .put("endsWith", endsWith(search.match()))
                .put("ignoreCase", search.ignoreCase())
                .put("forLineage", search.forLineage());
        search.type().ifPresent(type -> body.put("metadataElementTypeName", type.value()));
        return elements(requester, "/by-search-string", body);
    }

    /** @param where plain, and not one that never holds ({@link PlainCondition}) */
    List<Element> find(Requester requester, ElementQuery query, Condition where, Page page) {
        ObjectNode body = page.body().put("forLineage", query.forLineage());
        query.type().ifPresent(type -> body.put("metadataElementTypeName", type.value()));
        if (!query.subTypes().isEmpty()) {
            ArrayNode subTypes = body.putArray("metadataElementSubtypeNames");
            query.subTypes().forEach(type -> subTypes.add(type.value()));
        }
        new ElementSearchBody(channel::notExpressible).write(where, body);
        return elements(requester, "/by-search-conditions", body);
    }

    /** Of this type, whatever sits at their ends: a live server does not look at GUIDs of ends. */
    List<Relationship> find(Requester requester, TypeName type, Condition where, boolean forLineage, Page page) {
        ObjectNode body = page.body().put("relationshipTypeName", type.value()).put("forLineage", forLineage);
        if (!where.equals(PlainCondition.ALWAYS)) {
            body.set("searchProperties", new SearchWriting(channel::notExpressible).search(where));
        }
        return channel.send(
                Call.harmless(requester.user(), "/relationships/by-search-conditions", body),
                StoreApi::relationshipList);
    }

    MetadataStoreException notExpressible(String what) {
        return channel.notExpressible(what);
    }

    MetadataStoreException givenUp(InterruptedException ended) {
        return channel.givenUp(ended);
    }

    private static boolean startsWith(TextSearch.Match match) {
        return match == TextSearch.Match.STARTS_WITH || match == TextSearch.Match.WHOLE;
    }

    private static boolean endsWith(TextSearch.Match match) {
        return match == TextSearch.Match.ENDS_WITH || match == TextSearch.Match.WHOLE;
    }

    private List<Element> elements(Requester requester, String operation, ObjectNode body) {
        return channel.send(Call.harmless(requester.user(), ELEMENTS + operation, body), answer -> {
            List<Element> elements = new ArrayList<>();
            for (Fields one : Fields.of(answer, "elements").objects("elements")) {
                elements.add(ElementReading.element(one));
            }
            return elements;
        });
    }

    List<RelatedElement> related(Requester requester, RelatedQuery query, Page page) {
        String which = query.relationshipType()
                .map(name -> "/type/" + Segment.of(name.value()))
                .orElse("/any-type");
        return channel.send(
                Call.harmless(
                        requester.user(),
                        path(LINKS, query.element()) + which + "?startingAtEnd=" + query.startingAtEnd(),
                        page.body().put("forLineage", query.forLineage())),
                answer -> {
                    List<RelatedElement> related = new ArrayList<>();
                    for (Fields one : Fields.of(answer.get("relatedElementList"), "relatedElementList")
                            .objects("elementList")) {
                        related.add(ElementReading.related(one, query.element()));
                    }
                    return related;
                });
    }

    Optional<Relationship> relationship(Requester requester, Guid guid) {
        try {
            return Optional.of(channel.send(
                    Call.get(requester.user(), "/relationships/by-guid/" + Segment.of(guid.value())),
                    answer -> ElementReading.relationship(relationshipOf(answer))));
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Fields relationshipOf(ObjectNode answer) throws ShapeException {
        return Fields.of(answer.hasNonNull("element") ? answer.get("element") : answer.get("relationship"), "element");
    }

    /** The relationships of that type from one element to the other. */
    List<Relationship> links(Requester requester, TypeName type, Guid end1, Guid end2) {
        String path = path(ELEMENTS, end1) + "/linked-by-type/" + Segment.of(type.value()) + "/to-elements/"
                + Segment.of(end2.value());
        return channel.send(Call.harmless(requester.user(), path, json().put("forLineage", true)), answer -> {
            List<Relationship> links = relationshipList(answer);
            // the server finds those in the other direction, too
            links.removeIf(link -> !link.end1().equals(end1) || !link.end2().equals(end2));
            return links;
        });
    }

    private static List<Relationship> relationshipList(ObjectNode answer) throws ShapeException {
        List<Relationship> links = new ArrayList<>();
        Optional<Fields> list = Fields.of(answer, "relationshipList").optionalObject("relationshipList");
        if (list.isPresent()) {
            for (Fields one : list.get().objects("relationships")) {
                links.add(ElementReading.relationship(one));
            }
        }
        return links;
    }

    /** @param anchor of the create, resolved; so is {@code parent} */
    Guid create(Requester requester, Change.CreateElement create, Optional<Guid> anchor, Optional<Guid> parent) {
        ObjectNode body = from(requester).put("typeName", create.type().value()).put("isOwnAnchor", anchor.isEmpty());
        body.set("properties", PropertyWriting.properties(create.properties()));
        anchor.ifPresent(guid -> body.put("anchorGUID", guid.value()));
        if (!create.classifications().isEmpty()) {
            ObjectNode initial = body.putObject("initialClassifications");
            create.classifications()
                    .forEach((name, properties) -> initial.set(name.value(), PropertyWriting.properties(properties)));
        }
        create.parent().ifPresent(link -> {
            body.put("parentGUID", parent.orElseThrow().value())
                    .put("parentRelationshipTypeName", link.relationshipType().value())
                    .put("parentAtEnd1", link.parentAtEnd1());
            body.set("parentRelationshipProperties", PropertyWriting.properties(link.properties()));
        });
        return guid(Call.once(requester.user(), ELEMENTS, body));
    }

    /** Whether anything was different. */
    boolean update(Requester requester, Guid element, ElementProperties properties, boolean merge) {
        ObjectNode body = from(requester).put("mergeUpdate", merge);
        body.set("properties", PropertyWriting.properties(properties));
        return channel.send(
                Call.harmless(requester.user(), path(ELEMENTS, element) + "/update-properties", body),
                answer -> Fields.of(answer, "flag").flag("flag"));
    }

    /** In the only form that does not break off half-way at anchored parts. */
    void archive(Requester requester, Guid element, Instant when, ArchiveNote note) {
        ObjectNode body = from(requester)
                .put("class", "DeleteElementRequestBody")
                .put("forLineage", true)
                .put("archiveDate", note.date().orElse(when).toEpochMilli())
                .put("archiveProcess", note.process().orElse("Integration Daemon"));
        ObjectNode properties = body.putObject("archiveProperties");
        note.properties().forEach(properties::put);
        properties.put(Restoring.ARCHIVED_WITH, element.value());
        tell(Call.harmless(requester.user(), path(ELEMENTS, element) + "/archive", body));
    }

    /** For good, which a server that knows several ways must be told. Elements anchored to it go too. */
    void delete(Requester requester, Guid element) {
        ObjectNode body = from(requester)
                .put("cascadedDelete", false)
                .put("deleteMethod", "PURGE")
                .put("forLineage", true);
        tell(Call.harmless(requester.user(), path(ELEMENTS, element) + "/delete", body));
    }

    void classify(Requester requester, Guid element, TypeName classification, ElementProperties properties) {
        ObjectNode body = from(requester);
        body.set("properties", PropertyWriting.properties(properties));
        tell(Call.harmless(requester.user(), classification(element, classification), body));
    }

    void declassify(Requester requester, Guid element, TypeName classification) {
        ObjectNode body = from(requester).put("forLineage", true);
        tell(Call.harmless(requester.user(), classification(element, classification) + "/delete", body));
    }

    Guid relate(Requester requester, TypeName type, Guid end1, Guid end2, ElementProperties properties) {
        ObjectNode body = from(requester)
                .put("typeName", type.value())
                .put("metadataElement1GUID", end1.value())
                .put("metadataElement2GUID", end2.value());
        body.set("properties", PropertyWriting.properties(properties));
        return guid(Call.once(requester.user(), LINKS, body));
    }

    void updateRelationship(Requester requester, Guid link, ElementProperties properties, boolean merge) {
        ObjectNode body = from(requester).put("mergeUpdate", merge);
        body.set("properties", PropertyWriting.properties(properties));
        tell(Call.harmless(requester.user(), path(LINKS, link) + "/update-properties", body));
    }

    /** Whether it was there: the answer to a request that took it away may have been lost. */
    boolean unrelate(Requester requester, Guid link) {
        try {
            tell(Call.harmless(requester.user(), path(LINKS, link) + "/delete", from(requester)));
            return true;
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                return false;
            }
            throw refused;
        }
    }

    private Guid guid(Call call) {
        return channel.send(call, answer -> new Guid(Fields.of(answer, "guid").text("guid")));
    }

    private void tell(Call call) {
        channel.send(call, answer -> answer);
    }

    private static String path(String collection, Guid guid) {
        return collection + "/" + Segment.of(guid.value());
    }

    private static String classification(Guid element, TypeName classification) {
        return path(ELEMENTS, element) + "/classifications/" + Segment.of(classification.value());
    }

    /** A body that says for which metadata source the request is. */
    private static ObjectNode from(Requester requester) {
        ObjectNode body = json();
        requester.source().ifPresent(source -> body.put(
                        "externalSourceGUID", source.guid().value())
                .put("externalSourceName", source.name().value()));
        return body;
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }
}
