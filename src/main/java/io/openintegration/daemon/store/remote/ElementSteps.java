package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Change.Classify.Setting;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creating, updating and classifying elements. Each method checks the change, and says what is to be sent. */
final class ElementSteps {

    private static final String CREATE = "createMetadataElementInStore";
    private static final String UPDATE = "updateMetadataElementInStore";
    private static final String CLASSIFY = "classifyMetadataElementInStore";
    private static final String DECLASSIFY = "declassifyMetadataElementInStore";

    private final StoreApi api;
    private final SetContent content;
    private final Creating creating;

    ElementSteps(StoreApi api, SetContent content, Creating creating) {
        this.api = api;
        this.content = content;
        this.creating = creating;
    }

    Step create(Change.CreateElement create) {
        QualifiedName name = requiredName(create.properties(), CREATE);
        if (content.named(name).isPresent()) {
            throw Refusals.duplicateName(CREATE, create.type(), name);
        }
        create.classifications().keySet().forEach(classification -> settable(classification, CREATE));
        Optional<Guid> anchor = create.anchor().map(reference -> content.resolve(reference, CREATE));
        Optional<Guid> parent = create.parent().map(link -> content.resolve(link.parent(), CREATE));
        Map<TypeName, ElementProperties> classifications = new HashMap<>(create.classifications());
        anchor.ifPresent(guid -> classifications.put(
                Element.ANCHORS,
                ElementProperties.builder().text("anchorGUID", guid.value()).build()));
        Guid standIn = content.putNew(create.type(), create.properties(), classifications);
        List<Touch> touches = new ArrayList<>(List.of(Touch.writing(standIn), Touch.writing(name)));
        anchor.map(Touch::reading).ifPresent(touches::add);
        parent.map(Touch::reading).ifPresent(touches::add);
        return new Step(touches, () -> {
            Guid made = creating.make(create, name, anchor.map(content::real), parent.map(content::real));
            content.made(standIn, made);
            return new ChangeResult(made, 1, true);
        });
    }

    Step update(Change.UpdateElement update) {
        Element before = content.visible(update.element(), UPDATE);
        content.mayChange(before, UPDATE);
        ElementProperties properties =
                update.merge() ? before.properties().mergedWith(update.properties()) : update.properties();
        QualifiedName name = requiredName(properties, UPDATE);
        if (content.named(name).filter(owner -> !owner.equals(before.guid())).isPresent()) {
            throw Refusals.duplicateName(UPDATE, before.type(), name);
        }
        if (properties.equals(before.properties())) {
            return nothingToDo(before);
        }
        content.put(with(before, properties, before.classifications()));
        List<Touch> touches = touches(before);
        touches.add(Touch.writing(name));
        return new Step(touches, () -> {
            boolean changed =
                    api.update(content.requester(), content.real(before.guid()), update.properties(), update.merge());
            return result(before, changed ? content.changed(before.guid()) : content.version(before.guid()), changed);
        });
    }

    Step classify(Change.Classify classify) {
        settable(classify.classification(), CLASSIFY);
        Element before = content.visible(content.resolve(classify.element(), CLASSIFY), CLASSIFY);
        content.mayChange(before, CLASSIFY);
        ElementProperties properties = properties(before, classify);
        if (properties.equals(before.classifications().get(classify.classification()))) {
            return nothingToDo(before);
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>(before.classifications());
        classifications.put(classify.classification(), properties);
        return classified(
                before,
                classifications,
                guid -> api.classify(content.requester(), guid, classify.classification(), properties));
    }

    /** All that the classification will have: Egeria replaces what is there. */
    private static ElementProperties properties(Element before, Change.Classify classify) {
        ElementProperties existing = before.classifications().get(classify.classification());
        if (existing == null && classify.setting() != Setting.ADD_OR_REPLACE) {
            throw Refusals.notClassified(CLASSIFY, classify.classification(), before.guid());
        }
        return classify.setting() == Setting.MERGE ? existing.mergedWith(classify.properties()) : classify.properties();
    }

    Step declassify(Change.Declassify declassify) {
        settable(declassify.classification(), DECLASSIFY);
        Element before = content.visible(declassify.element(), DECLASSIFY);
        content.mayChange(before, DECLASSIFY);
        if (!before.classifications().containsKey(declassify.classification())) {
            return absent(before, declassify.classification());
        }
        Map<TypeName, ElementProperties> classifications = new HashMap<>(before.classifications());
        classifications.remove(declassify.classification());
        return classified(
                before,
                classifications,
                guid -> api.declassify(content.requester(), guid, declassify.classification()));
    }

    /** Sent all the same: there may be no such classification at all, which the server says. */
    private Step absent(Element before, TypeName classification) {
        return new Step(touches(before), () -> {
            api.declassify(content.requester(), content.real(before.guid()), classification);
            return result(before, content.version(before.guid()), false);
        });
    }

    private interface Sending {
        void send(Guid guid);
    }

    /** What version a classification leaves, servers do not say, and do not agree: it is asked. */
    private Step classified(Element before, Map<TypeName, ElementProperties> classifications, Sending sending) {
        content.put(with(before, before.properties(), classifications));
        return new Step(touches(before), () -> {
            Guid guid = content.real(before.guid());
            sending.send(guid);
            long told = api.element(content.requester(), guid, true)
                    .map(element -> element.versions().version())
                    .orElseThrow(() -> Refusals.unknownElement(CLASSIFY, guid.value()));
            return result(before, content.changedTo(before.guid(), told), true);
        });
    }

    private Step nothingToDo(Element before) {
        return new Step(touches(before), () -> result(before, content.version(before.guid()), false));
    }

    private ChangeResult result(Element element, long version, boolean changed) {
        return new ChangeResult(content.real(element.guid()), version, changed);
    }

    private static List<Touch> touches(Element element) {
        List<Touch> touches = new ArrayList<>(List.of(Touch.writing(element.guid())));
        element.anchor().map(Touch::reading).ifPresent(touches::add);
        return touches;
    }

    private static Element with(
            Element before, ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
        ElementVersions versions = before.versions();
        return new Element(before.guid(), before.type(), properties, classifications, before.source(), versions);
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
