package io.openintegration.daemon.store.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Portions;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Questions for many elements to a server of this product, a request for each thousand of them (ADR 46). What the server leaves, since its answer
 * would become too large, is asked for element by element.
 */
final class LookUps {

    private final OwnApi api;
    private final Reads reads;
    private final Parallel parallel;

    LookUps(OwnApi api, Reads reads, Parallel parallel) {
        this.api = api;
        this.reads = reads;
        this.parallel = parallel;
    }

    /** Archived ones too; those that are gone are left out. */
    Map<Guid, Element> elements(Requester requester, Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        ask(requester, "elements", guids, answer -> {
                    List<Element> elements = new ArrayList<>();
                    for (Fields one : Fields.of(answer, "elements").objects("elements")) {
                        elements.add(ElementReading.element(one));
                    }
                    return new Part<>(elements, left(answer));
                })
                .forEach(part -> {
                    part.found().forEach(element -> found.put(element.guid(), element));
                    found.putAll(reads.elements(requester, part.left(), true));
                });
        return found;
    }

    /** Those that are gone or archived are left out. */
    Map<Guid, Long> versions(Requester requester, Collection<Guid> guids) {
        Map<Guid, Long> found = new HashMap<>();
        ask(requester, "versions", guids, answer -> {
                    Map<Guid, Long> versions = new HashMap<>();
                    Fields json = Fields.of(answer.get("versions"), "versions");
                    for (String guid : (Iterable<String>) json.json()::fieldNames) {
                        versions.put(new Guid(guid), json.number(guid));
                    }
                    return versions;
                })
                .forEach(found::putAll);
        return found;
    }

    /** All relationships in which the elements sit at that end; elements without any are left out. */
    Map<Guid, List<Relationship>> links(Requester requester, Collection<Guid> elements, int end) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        ask(requester, "relationships-at-end-" + end, elements, answer -> {
                    List<Relationship> links = new ArrayList<>();
                    for (Fields one : Fields.of(answer, "relationships").objects("relationships")) {
                        links.add(ElementReading.relationship(one));
                    }
                    return new Part<>(links, left(answer));
                })
                .forEach(part -> {
                    part.found().forEach(link -> found.computeIfAbsent(
                                    end == 1 ? link.end1() : link.end2(), any -> new ArrayList<>())
                            .add(link));
                    found.putAll(reads.links(requester, part.left(), end));
                });
        return found;
    }

    /** What one answer holds, and what it does not. */
    private record Part<T>(List<T> found, List<Guid> left) {}

    private <T> List<T> ask(
            Requester requester, String operation, Collection<Guid> guids, Channel.Reading<ObjectNode, T> reading) {
        return parallel.map(Portions.of(new LinkedHashSet<>(guids)), slice -> {
            ObjectNode body = WireJson.empty();
            ArrayNode asked = body.putArray("guids");
            slice.forEach(guid -> asked.add(guid.value()));
            return api.ask(requester.user(), "look-ups/" + operation, body, reading);
        });
    }

    private static List<Guid> left(ObjectNode answer) throws ShapeException {
        List<Guid> left = new ArrayList<>();
        for (JsonNode guid : answer.path("left")) {
            if (!guid.isTextual() || guid.textValue().isBlank()) {
                throw new ShapeException("left");
            }
            left.add(new Guid(guid.textValue()));
        }
        return left;
    }
}
