package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Classify.Setting;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.types.TypeValidation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Creating, updating and classifying elements. */
final class ElementChanges {

    private static final String CREATE = "createMetadataElementInStore";
    private static final String UPDATE = "updateMetadataElementInStore";
    private static final String CLASSIFY = "classifyMetadataElementInStore";
    private static final String DECLASSIFY = "declassifyMetadataElementInStore";

    private final ChangeScope scope;
    private final RelationshipChanges relationships;

    ElementChanges(ChangeScope scope, RelationshipChanges relationships) {
        this.scope = scope;
        this.relationships = relationships;
    }

    ChangeResult create(Change.CreateElement create) {
        TypeValidation validation = scope.validation(CREATE);
        validation.element(create.type(), create.properties());
        QualifiedName name = requiredName(create.properties(), CREATE);
        if (scope.content().named(name).isPresent()) {
            throw Refusals.duplicateName(CREATE, create.type(), name);
        }
        Optional<StoredElement> anchor = create.anchor().map(reference -> scope.visible(reference, CREATE));
        Map<TypeName, ElementProperties> classifications = new HashMap<>(create.classifications());
        classifications.forEach((classification, properties) -> {
            settable(classification, CREATE);
            validation.classification(create.type(), classification, properties);
        });
        classifications.put(Element.ANCHORS, Anchoring.of(create.type(), anchor, scope.types()));
        Element element = new Element(
                scope.newGuid(),
                create.type(),
                create.properties(),
                classifications,
                scope.requester().source(),
                scope.created());
        scope.content().put(new StoredElement(element, anchor.map(StoredElement::guid), Optional.empty(), 0));
        create.parent().ifPresent(link -> relationships.linkToParent(element, link, CREATE));
        return new ChangeResult(element.guid(), 1, true);
    }

    ChangeResult update(Change.UpdateElement update) {
        StoredElement stored = scope.visible(update.element(), UPDATE);
        Element before = stored.element();
        scope.mayChange(before, UPDATE);
        scope.validation(UPDATE).properties(before.type(), update.properties());
        ElementProperties properties =
                update.merge() ? before.properties().mergedWith(update.properties()) : update.properties();
        QualifiedName name = requiredName(properties, UPDATE);
        if (scope.content()
                .named(name)
                .filter(owner -> !owner.guid().equals(before.guid()))
                .isPresent()) {
            throw Refusals.duplicateName(UPDATE, before.type(), name);
        }
        return write(stored, properties, before.classifications());
    }

    ChangeResult classify(Change.Classify classify) {
        settable(classify.classification(), CLASSIFY);
        StoredElement stored = scope.visible(classify.element(), CLASSIFY);
        Element before = stored.element();
        scope.mayChange(before, CLASSIFY);
        scope.validation(CLASSIFY).classification(before.type(), classify.classification(), classify.properties());
        Map<TypeName, ElementProperties> classifications = new HashMap<>(before.classifications());
        classifications.put(classify.classification(), properties(before, classify));
        return write(stored, before.properties(), classifications);
    }

    private static ElementProperties properties(Element before, Change.Classify classify) {
        ElementProperties existing = before.classifications().get(classify.classification());
        Setting setting = classify.setting();
        if (existing == null && setting != Setting.ADD_OR_REPLACE) {
            throw Refusals.notClassified(CLASSIFY, classify.classification(), before.guid());
        }
        return setting == Setting.MERGE ? existing.mergedWith(classify.properties()) : classify.properties();
    }

    ChangeResult declassify(Change.Declassify declassify) {
        settable(declassify.classification(), DECLASSIFY);
        scope.validation(DECLASSIFY).classificationType(declassify.classification());
        StoredElement stored = scope.visible(declassify.element(), DECLASSIFY);
        Element before = stored.element();
        scope.mayChange(before, DECLASSIFY);
        Map<TypeName, ElementProperties> classifications = new HashMap<>(before.classifications());
        classifications.remove(declassify.classification());
        return write(stored, before.properties(), classifications);
    }

    private ChangeResult write(
            StoredElement stored, ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
        Element before = stored.element();
        if (before.properties().equals(properties) && before.classifications().equals(classifications)) {
            return new ChangeResult(before.guid(), before.versions().version(), false);
        }
        Element after = new Element(
                before.guid(),
                before.type(),
                properties,
                classifications,
                before.source(),
                scope.updated(before.versions()));
        scope.content().put(stored.with(after));
        return new ChangeResult(after.guid(), after.versions().version(), true);
    }

    private static QualifiedName requiredName(ElementProperties properties, String operation) {
        return properties.qualifiedName().orElseThrow(() -> Refusals.missingValue(operation, "qualifiedName"));
    }

    private static void settable(TypeName classification, String operation) {
        if (Element.KEPT_BY_STORE.contains(classification)) {
            throw Refusals.keptByStore(operation, classification);
        }
    }
}
