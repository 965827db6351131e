package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.Difference.Aspect;
import io.openintegration.daemon.reconcile.Difference.LinkEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the steps of a plan change in the elements of one item that exists. */
final class ElementDifferences {

    private final Sighting sighting;
    private final LedgerEntry entry;
    private final Catalogue catalogue;
    private final Map<Guid, Element> elements;

    /** @param elements what the metadata server holds of them now */
    ElementDifferences(Sighting sighting, LedgerEntry entry, Catalogue catalogue, Map<Guid, Element> elements) {
        this.sighting = sighting;
        this.entry = entry;
        this.catalogue = catalogue;
        this.elements = elements;
    }

    /** The item's element is replaced by one of another type. */
    static Difference ofType(LedgerEntry entry, TypeName type) {
        return new Difference(
                entry.name(),
                Aspect.TYPE,
                "typeName",
                Optional.empty(),
                Optional.of(ElementProperties.builder()
                        .text("typeName", entry.type().value())
                        .build()),
                Optional.of(ElementProperties.builder()
                        .text("typeName", type.value())
                        .build()));
    }

    List<Difference> of(ItemPlan.Step step) {
        Change change = step.change();
        if (change instanceof Change.UpdateElement update) {
            ElementProperties before =
                    element(update.element()).map(Element::properties).orElse(ElementProperties.NONE);
            return ofProperties(
                    nameOf(step),
                    before,
                    update.merge() ? before.mergedWith(update.properties()) : update.properties());
        } else if (change instanceof Change.Classify classify) {
            Optional<ElementProperties> before =
                    element(guidOf(step)).map(known -> known.classifications().get(classify.classification()));
            return different(
                    nameOf(step),
                    Aspect.CLASSIFICATION,
                    classify.classification(),
                    before,
                    Optional.of(classify.properties()));
        } else if (change instanceof Change.Declassify declassify) {
            Optional<ElementProperties> before =
                    element(guidOf(step)).map(known -> known.classifications().get(declassify.classification()));
            return different(
                    nameOf(step), Aspect.CLASSIFICATION, declassify.classification(), before, Optional.empty());
        } else if (change instanceof Change.Relate relate) {
            return step.link().map(link -> ofLink(step, link, relate)).orElse(List.of());
        } else if (change instanceof Change.Unrelate) {
            return step.cut().map(this::ofCut).orElse(List.of());
        }
        return ofPart(step);
    }

    /** Each property that differs, under its own name. */
    static List<Difference> ofProperties(QualifiedName name, ElementProperties before, ElementProperties after) {
        List<Difference> differences = new ArrayList<>();
        TreeSet<String> properties = new TreeSet<>(before.values().keySet());
        properties.addAll(after.values().keySet());
        for (String property : properties) {
            differences.addAll(different(
                    name,
                    Aspect.PROPERTY,
                    new TypeName(property),
                    before.get(property).map(value -> alone(property, value)),
                    after.get(property).map(value -> alone(property, value))));
        }
        return differences;
    }

    private List<Difference> ofLink(ItemPlan.Step step, ItemLink link, Change.Relate relate) {
        ElementRef container = link.containerAtEnd1() ? relate.end1() : relate.end2();
        Optional<ElementProperties> before = catalogue.linksToContainers(guidOf(step), link).stream()
                .filter(found -> isSame(found.element(), container))
                .map(found -> found.relationship().properties())
                .findFirst();
        return different(nameOf(step), Aspect.LINK, link.relationshipType(), before, Optional.of(link.properties()));
    }

    /** One that is replaced hands its name, and what hangs on it, to its successor. */
    private static boolean isSame(Element element, ElementRef container) {
        return container instanceof ElementRef.ByName made
                ? element.qualifiedName().equals(Optional.of(made.name()))
                : isSame(element, ((ElementRef.ByGuid) container).guid());
    }

    private static boolean isSame(Element element, Guid container) {
        return PlanScratch.isPlanned(container)
                ? element.qualifiedName().map(PlanScratch::guidOf).equals(Optional.of(container))
                : element.guid().equals(container);
    }

    private List<Difference> ofCut(RelatedElement cut) {
        boolean sameKind =
                cut.relationship().type().equals(sighting.item().link().relationshipType());
        if (sameKind
                && sighting.container()
                        .reference()
                        .filter(container -> isSame(cut.element(), container))
                        .isPresent()) {
            return List.of();
        }
        LinkEnd other =
                new LinkEnd(cut.element().guid(), cut.element().qualifiedName().orElseThrow(), cut.elementAtEnd1());
        return List.of(new Difference(
                entry.name(),
                Aspect.LINK,
                cut.relationship().type().value(),
                Optional.of(other),
                Optional.of(cut.relationship().properties()),
                Optional.empty()));
    }

    /** A part that comes, goes or is restored; of the item itself there is nothing to tell. */
    private List<Difference> ofPart(ItemPlan.Step step) {
        if (step.change() instanceof Change.CreateElement create) {
            return different(
                    create.qualifiedName().orElseThrow(),
                    Aspect.PART,
                    create.type(),
                    Optional.empty(),
                    Optional.of(create.properties()));
        }
        Guid guid = step.change() instanceof Change.RemoveElement remove
                ? remove.element()
                : ((Change.RestoreElement) step.change()).element();
        boolean goes = step.change() instanceof Change.RemoveElement;
        return entry.parts().stream()
                .filter(part -> part.guid().equals(guid))
                .findFirst()
                .map(part -> {
                    Optional<ElementProperties> known = element(guid).map(Element::properties);
                    return different(
                            part.name(),
                            Aspect.PART,
                            part.type(),
                            goes ? known : Optional.empty(),
                            goes ? Optional.empty() : known);
                })
                .orElse(List.of());
    }

    private static List<Difference> different(
            QualifiedName element,
            Aspect aspect,
            TypeName name,
            Optional<ElementProperties> before,
            Optional<ElementProperties> after) {
        return before.equals(after)
                ? List.of()
                : List.of(new Difference(element, aspect, name.value(), Optional.empty(), before, after));
    }

    private Optional<Element> element(Guid guid) {
        return Optional.ofNullable(elements.get(guid)).or(() -> catalogue.element(guid));
    }

    private static QualifiedName nameOf(ItemPlan.Step step) {
        return step.about().orElseThrow().name();
    }

    private static Guid guidOf(ItemPlan.Step step) {
        return step.about().orElseThrow().guid();
    }

    static ElementProperties alone(String property, PropertyValue value) {
        return new ElementProperties(new TreeMap<>(Map.of(property, value)));
    }
}
