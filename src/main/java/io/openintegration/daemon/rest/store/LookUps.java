package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Answers questions for many elements at once (ADR 46). An answer holds at most {@link #LARGEST_ANSWER} characters: what has no place in it
 * is named as left, and can be asked for by itself. Every method throws {@link MetadataStoreException} where the store refuses.
 * Safe from any thread.
 */
public final class LookUps {

    /** How many GUIDs a question may have. */
    public static final int MOST_GUIDS = 1_000;

    static final int LARGEST_ANSWER = 16 << 20;

    private final TypeCatalogue types;
    private final Function<ObjectNode, String> writer;

    /** @param writer makes text of JSON */
    public LookUps(TypeCatalogue types, Function<ObjectNode, String> writer) {
        this.types = types;
        this.writer = writer;
    }

    /** The elements, archived ones too, in the order of the GUIDs; those that are gone are left out. */
    public String elements(StoreCall call, List<Guid> guids) {
        Map<Guid, Element> found = call.store().get(call.requester(), guids);
        ElementJson json = json(call);
        Answer answer = new Answer("elements");
        for (Guid guid : guids) {
            Element element = found.get(guid);
            if (element != null) {
                answer.add(guid, List.of(json.element(element)));
            }
        }
        return answer.text();
    }

    /** The versions of the elements that are there and not archived. */
    public String versions(StoreCall call, List<Guid> guids) {
        Map<Guid, Long> found = call.store().versions(call.requester(), guids);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode versions = answer.putObject("versions");
        found.forEach((guid, version) -> versions.put(guid.value(), version));
        return writer.apply(answer);
    }

    /** The relationships in which the elements sit at that end: of each element all, or none where it is left. */
    public String relationships(StoreCall call, List<Guid> guids, int end) {
        Map<Guid, List<Relationship>> found = call.store().relationships(call.requester(), guids, end);
        ElementJson json = json(call);
        Answer answer = new Answer("relationships");
        for (Guid guid : guids) {
            answer.add(
                    guid,
                    found.getOrDefault(guid, List.of()).stream()
                            .map(link -> json.relationship(link, Map.of()))
                            .toList());
        }
        return answer.text();
    }

    private ElementJson json(StoreCall call) {
        return new ElementJson(new HeaderJson(call.server(), types));
    }

    /** One that grows until it is full. */
    private final class Answer {

        private final ObjectNode json = JsonNodeFactory.instance.objectNode();
        private final ArrayNode found;
        private final ArrayNode left = JsonNodeFactory.instance.arrayNode();
        private long length;

        private Answer(String what) {
            found = json.putArray(what);
        }

        private void add(Guid guid, List<ObjectNode> things) {
            List<String> texts = things.stream().map(writer).toList();
            long needed = texts.stream().mapToLong(String::length).sum();
            if (length + needed > LARGEST_ANSWER) {
                left.add(guid.value());
                return;
            }
            length += needed;
            texts.forEach(text -> found.addRawValue(new RawValue(text)));
        }

        private String text() {
            if (!left.isEmpty()) {
                json.set("left", left);
            }
            return writer.apply(json);
        }
    }
}
