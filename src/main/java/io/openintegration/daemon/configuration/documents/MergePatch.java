package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The two ways of changing some fields of an object and leaving the others. */
public final class MergePatch {

    private MergePatch() {}

    /** JSON merge patch (RFC 7396): null takes a field out, an object is merged in its turn. */
    public static void apply(ObjectNode target, ObjectNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            if (field.getValue().isNull()) {
                target.remove(name);
            } else if (field.getValue() instanceof ObjectNode inner) {
                ObjectNode merged = target.path(name) instanceof ObjectNode found ? found : target.putObject(name);
                apply(merged, inner);
            } else {
                target.set(name, field.getValue());
            }
        }
    }

    /** As Egeria merges: each field given replaces the one of its name; null takes it out. */
    public static void applyFlat(ObjectNode target, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> field : changes.properties()) {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        }
    }
}
