package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ArchiveNote;
import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.AttributeType;
import io.openintegration.daemon.metadata.types.ClassificationType;
import io.openintegration.daemon.metadata.types.EntityType;
import io.openintegration.daemon.metadata.types.RelationshipEnd;
import io.openintegration.daemon.metadata.types.RelationshipType;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Fills a store with everything that a store can hold: all types, all kinds of values, whatever was refused left out. */
final class RandomContent {

    private static final TypeCatalogue TYPES = TypeCatalogue.openMetadata();
    private static final List<EntityType> ENTITIES = TYPES.entities().stream()
            .filter(type -> TYPES.attributes(type.name()).containsKey("qualifiedName"))
            .toList();
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "Ähre 日本 😀",
            "\u0000 NUL",
            "half \uD83D",
            "\uDE00 half",
            "a\nb\r\u2028\"\\/",
            "x".repeat(3_000));

    private final Random random;
    private final BatchStore store;
    private final List<Guid> elements = new ArrayList<>();
    private final Map<Guid, TypeName> types = new HashMap<>();
    private final List<Guid> relationships = new ArrayList<>();
    private int names;
    private int carriedOut;

    RandomContent(long seed, BatchStore store) {
        this.random = new Random(seed);
        this.store = store;
    }

    /** @return how many of the change sets were carried out */
    int fill(int changeSets) {
        for (int number = 0; number < changeSets; number++) {
            Requester requester = new Requester(
                    new UserId(one(List.of("erin", "peter 😀"))),
                    random.nextInt(4) > 0
                            ? Optional.empty()
                            : Optional.of(new MetadataSource(
                                    new Guid("source " + random.nextInt(2)), new QualifiedName("Quelle ü"))));
            try {
                apply(requester, new ChangeSet(List.of(change())), "request-" + number);
                carriedOut++;
            } catch (ChangeRejectedException refused) {
                // The law of changes is not what is tried here: what it refuses, the store does not hold.
            }
        }
        return carriedOut;
    }

    private void apply(Requester requester, ChangeSet changes, String requestId) {
        var results = random.nextInt(5) == 0
                ? store.applyOnce(requester, new BatchId(requestId, random.nextInt(3), "d"), changes)
                        .results()
                : store.apply(requester, changes);
        Change change = changes.changes().get(0);
        if (change instanceof Change.CreateElement create) {
            elements.add(results.get(0).guid());
            types.put(results.get(0).guid(), create.type());
        } else if (change instanceof Change.Relate) {
            relationships.add(results.get(0).guid());
        }
    }

    private Change change() {
        if (elements.size() < 10) {
            return create();
        }
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> create();
            case 7 -> new Change.UpdateElement(
                    one(elements), properties(one(ENTITIES).name(), "renamed " + names++), random.nextBoolean());
            case 8 -> new Change.UpdateElement(
                    one(elements),
                    ElementProperties.builder().text("description", one(TEXTS)).build(),
                    true);
            case 9 -> classify();
            case 10 -> new Change.Declassify(
                    one(elements), one(TYPES.classifications()).name());
            case 11 -> new Change.RemoveElement(
                    one(elements),
                    one(List.of(Change.Removal.values())),
                    new ArchiveNote(Optional.empty(), Optional.of("process"), Map.of("why", one(TEXTS))));
            case 12 -> new Change.RemoveElement(one(elements), Change.Removal.ARCHIVE);
            case 13 -> new Change.RestoreElement(one(elements));
            case 14 -> relationships.isEmpty() ? create() : new Change.Unrelate(one(relationships));
            case 15 -> relationships.isEmpty()
                    ? create()
                    : new Change.UpdateRelationship(
                            one(relationships),
                            ElementProperties.builder()
                                    .text("label", one(TEXTS))
                                    .build(),
                            true);
            default -> relate();
        };
    }

    private Change create() {
        EntityType type = one(ENTITIES);
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        for (ClassificationType classification : TYPES.classifications()) {
            if (random.nextInt(10) == 0
                    && TYPES.isA(type.name(), classification.entityType())
                    && !classification.name().value().matches("Anchors|Memento")) {
                classifications.put(classification.name(), properties(classification.attributes(), false));
            }
        }
        return new Change.CreateElement(
                type.name(),
                properties(type.name(), "name " + names++ + one(TEXTS)),
                classifications,
                elements.isEmpty() || random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(ElementRef.to(one(elements))),
                Optional.empty());
    }

    private Change classify() {
        ClassificationType type = one(TYPES.classifications());
        return new Change.Classify(ElementRef.to(one(elements)), type.name(), properties(type.attributes(), true));
    }

    private Change relate() {
        RelationshipType type = one(TYPES.relationships());
        List<Guid> first =
                elements.stream().filter(end -> fits(type.end1(), end)).toList();
        List<Guid> second =
                elements.stream().filter(end -> fits(type.end2(), end)).toList();
        return first.isEmpty() || second.isEmpty()
                ? create()
                : new Change.Relate(
                        type.name(),
                        ElementRef.to(one(first)),
                        ElementRef.to(one(second)),
                        properties(type.attributes(), true));
    }

    private boolean fits(RelationshipEnd end, Guid element) {
        return TYPES.isA(types.get(element), end.entityType());
    }

    private ElementProperties properties(TypeName type, String name) {
        Map<String, PropertyValue> values =
                new HashMap<>(properties(TYPES.attributes(type).values(), true).values());
        values.put("qualifiedName", new PropertyValue.Text(name));
        ElementProperties.Builder all = ElementProperties.builder();
        values.forEach(all::put);
        return all.build();
    }

    private ElementProperties properties(Collection<AttributeType> attributes, boolean some) {
        ElementProperties.Builder properties = ElementProperties.builder();
        attributes.stream()
                .filter(attribute -> !some || random.nextInt(3) == 0)
                .forEach(attribute -> properties.put(attribute.name(), value(attribute)));
        return properties.build();
    }

    private PropertyValue value(AttributeType attribute) {
        return switch (attribute.kind()) {
            case TEXT -> new PropertyValue.Text(one(TEXTS));
            case INT -> new PropertyValue.IntNumber(random.nextInt());
            case LONG -> new PropertyValue.LongNumber(random.nextLong());
            case DECIMAL -> new PropertyValue.DecimalNumber(one(List.of(0.1, Double.NaN, Double.NEGATIVE_INFINITY)));
            case FLAG -> new PropertyValue.Flag(random.nextBoolean());
            case DATE -> new PropertyValue.Date(Instant.ofEpochMilli(random.nextLong() >> 20));
            case CHOICE -> new PropertyValue.Choice(
                    attribute.enumeration().orElseThrow().name(),
                    attribute.enumeration().orElseThrow().values().stream()
                            .findFirst()
                            .orElse("ANY"));
            case TEXT_LIST -> new PropertyValue.TextList(List.of(one(TEXTS), one(TEXTS)));
            case TEXT_MAP -> new PropertyValue.TextMap(Map.of("k\"", one(TEXTS), "date", one(TEXTS)));
        };
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
