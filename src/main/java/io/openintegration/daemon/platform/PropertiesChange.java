package io.openintegration.daemon.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.configuration.documents.MergePatch;
import java.util.List;
import java.util.Map;

/**
 * A change of a connector's configuration properties.
 *
 * @param given the properties, or those that change
 */
public record PropertiesChange(ObjectNode given, Manner manner) {

    /** What becomes of the properties that are not given, and of those that have fields of their own. */
    public enum Manner {
        /** What is given takes the place of everything. */
        REPLACE,
        /** What is given replaces the properties of the same names (Egeria's {@code mergeUpdate}). */
        MERGE,
        /** JSON merge patch (RFC 7396). */
        PATCH
    }

    /** The names of the properties given. */
    List<String> names() {
        return given.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** Whether nothing is left afterwards. */
    boolean clears() {
        return manner == Manner.REPLACE && given.isEmpty();
    }

    void applyTo(ObjectNode properties) {
        switch (manner) {
            case REPLACE -> {
                properties.removeAll();
                MergePatch.applyFlat(properties, given.deepCopy());
            }
            case MERGE -> MergePatch.applyFlat(properties, given.deepCopy());
            case PATCH -> MergePatch.apply(properties, given.deepCopy());
        }
    }
}
