package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Refusals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One change set of a plan: what a metadata server would most probably answer. */
final class PlannedChanges {

    /** Of an element that the plan makes or changes. */
    static final long VERSION = 1;

    private static final String OPERATION = "plan";

    private final Function<Collection<QualifiedName>, Map<QualifiedName, Element>> named;
    private final Function<Collection<Guid>, Map<Guid, Long>> versions;
    private final Map<QualifiedName, Element> existing = new HashMap<>();
    private final Set<Guid> alive = new HashSet<>();
    private final Set<Guid> purged = new HashSet<>();
    private final Set<QualifiedName> made = new HashSet<>();

    PlannedChanges(
            Function<Collection<QualifiedName>, Map<QualifiedName, Element>> named,
            Function<Collection<Guid>, Map<Guid, Long>> versions) {
        this.named = named;
        this.versions = versions;
    }

    List<ChangeResult> results(List<Change> changes) {
        look(changes);
        List<ChangeResult> results = new ArrayList<>(changes.size());
        for (Change change : changes) {
            try {
                results.add(result(change));
            } catch (MetadataStoreException refused) {
                throw new ChangeRejectedException(results.size(), refused.kind(), refused.reason());
            }
        }
        return results;
    }

    /** Asks for everything at once. */
    private void look(List<Change> changes) {
        Set<QualifiedName> names = new HashSet<>();
        Set<Guid> guids = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.CreateElement create) {
                create.qualifiedName().ifPresent(names::add);
            }
            if (change instanceof Change.RemoveElement remove) {
                guids.add(remove.element());
            }
            referencesOf(change).forEach(reference -> {
                if (reference instanceof ElementRef.ByGuid known) {
                    guids.add(known.guid());
                }
            });
        }
        if (!names.isEmpty()) {
            existing.putAll(named.apply(names));
        }
        if (!guids.isEmpty()) {
            alive.addAll(versions.apply(guids).keySet());
        }
    }

    private ChangeResult result(Change change) {
        if (change instanceof Change.CreateElement create) {
            return create(create);
        }
        if (change instanceof Change.RestoreElement restore) {
            alive.add(restore.element());
        }
        referencesOf(change).forEach(this::mustBeThere);
        if (change instanceof Change.RemoveElement remove) {
            boolean there = alive.remove(remove.element());
            if (remove.removal() == Change.Removal.PURGE) {
                purged.add(remove.element());
            }
            return new ChangeResult(remove.element(), 0, there);
        }
        return new ChangeResult(about(change), VERSION, true);
    }

    private ChangeResult create(Change.CreateElement create) {
        QualifiedName name = create.qualifiedName().orElseThrow();
        if (!made.add(name)
                || Optional.ofNullable(existing.get(name)).filter(this::stays).isPresent()) {
            throw Refusals.duplicateName(OPERATION, create.type(), name);
        }
        referencesOf(create).forEach(this::mustBeThere);
        Guid guid = PlanScratch.guidOf(name);
        alive.add(guid);
        return new ChangeResult(guid, VERSION, true);
    }

    /** Whether it keeps its name: it does unless it, or what it is a part of, was purged before. */
    private boolean stays(Element element) {
        boolean anchorPurged = element.anchor().filter(purged::contains).isPresent();
        return !anchorPurged && !purged.contains(element.guid());
    }

    private void mustBeThere(ElementRef reference) {
        if (reference instanceof ElementRef.ByGuid known && !alive.contains(known.guid())) {
            throw Refusals.unknownElement(OPERATION, known.guid().value());
        }
    }

    /** The elements that have to exist for it. */
    private static List<ElementRef> referencesOf(Change change) {
        if (change instanceof Change.CreateElement create) {
            return Stream.concat(create.anchor().stream(), create.parent().map(Change.ParentLink::parent).stream())
                    .toList();
        } else if (change instanceof Change.UpdateElement update) {
            return List.of(ElementRef.to(update.element()));
        } else if (change instanceof Change.Classify classify) {
            return List.of(classify.element());
        } else if (change instanceof Change.Declassify declassify) {
            return List.of(ElementRef.to(declassify.element()));
        } else if (change instanceof Change.Relate relate) {
            return List.of(relate.end1(), relate.end2());
        }
        return List.of();
    }

    private static Guid about(Change change) {
        if (change instanceof Change.UpdateElement update) {
            return update.element();
        } else if (change instanceof Change.Classify classify) {
            return guid(classify.element());
        } else if (change instanceof Change.Declassify declassify) {
            return declassify.element();
        } else if (change instanceof Change.RestoreElement restore) {
            return restore.element();
        } else if (change instanceof Change.UpdateRelationship update) {
            return update.relationship();
        } else if (change instanceof Change.Unrelate unrelate) {
            return unrelate.relationship();
        } else if (change instanceof Change.Relate relate) {
            return guid(relate.end2());
        }
        throw new IllegalStateException("no answer for " + change.getClass().getSimpleName());
    }

    private static Guid guid(ElementRef reference) {
        return reference instanceof ElementRef.ByName made
                ? PlanScratch.guidOf(made.name())
                : ((ElementRef.ByGuid) reference).guid();
    }
}
