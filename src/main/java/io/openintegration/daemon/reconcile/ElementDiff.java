package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Map;
import java.util.Set;

/** The changes of one element that exists: its properties and its classifications. */
final class ElementDiff {

    private ElementDiff() {}

    /**
     * @param draft of the element, with its GUID
     * @param before fingerprint of what it is like
     * @param classified the classifications that were set on it
     */
    static void plan(
            ItemPlan plan,
            Draft draft,
            Fingerprint before,
            Set<TypeName> classified,
            ElementProperties properties,
            Map<TypeName, ElementProperties> classifications) {
        Guid guid = draft.guid();
        if (!before.properties().equals(draft.fingerprint().properties())) {
            plan.add(new Change.UpdateElement(guid, named(properties, draft.name()), false), draft);
        }
        if (!before.classifications().equals(draft.fingerprint().classifications())) {
            classified.stream()
                    .filter(name -> !classifications.containsKey(name))
                    .forEach(name -> plan.add(new Change.Declassify(guid, name), draft));
            classifications.forEach(
                    (name, values) -> plan.add(new Change.Classify(draft.reference(), name, values), draft));
        }
    }

    /** The change of some of its properties; the others, and its classifications, stay. */
    static void planSome(ItemPlan plan, Draft draft, Fingerprint before, ElementProperties properties) {
        if (!before.properties().equals(draft.fingerprint().properties())) {
            plan.add(new Change.UpdateElement(draft.guid(), named(properties, draft.name()), true), draft);
        }
    }

    static ElementProperties named(ElementProperties properties, QualifiedName name) {
        return properties.mergedWith(
                ElementProperties.builder().text("qualifiedName", name.value()).build());
    }
}
