package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Carries out one change set by single calls: reads what the set is about, plans every change and refuses what can be refused,
 * and only then sends, what does not depend on each other at the same time.
 */
final class ChangeRun {

    private final StoreApi api;
    private final Reads reads;
    private final Parallel parallel;
    private final Locks locks;
    private final Requester requester;
    private final Clock clock;

    ChangeRun(StoreApi api, Reads reads, Parallel parallel, Locks locks, Requester requester, Clock clock) {
        this.api = api;
        this.reads = reads;
        this.parallel = parallel;
        this.locks = locks;
        this.requester = requester;
        this.clock = clock;
    }

    List<ChangeResult> carryOut(ChangeSet set) {
        List<Step> steps = plan(set.changes());
        ChangeResult[] results = new ChangeResult[steps.size()];
        for (List<Integer> wave : Waves.of(steps)) {
            parallel.map(wave, position -> {
                results[position] = atPosition(position, steps.get(position).call());
                return position;
            });
        }
        return Arrays.asList(results);
    }

    private List<Step> plan(List<Change> changes) {
        SetContent content = read(changes);
        Plan plan = new Plan(
                new ElementSteps(api, content, new Creating(api, locks, requester)),
                new RemovalSteps(api, reads, content, clock),
                new LinkSteps(api, content, locks));
        List<Step> steps = new ArrayList<>(changes.size());
        for (Change change : changes) {
            steps.add(atPosition(steps.size(), () -> plan.step(change)));
        }
        return steps;
    }

    private static <T> T atPosition(int position, Supplier<T> work) {
        try {
            return work.get();
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.UNAVAILABLE) {
                throw refused;
            }
            ChangeRejectedException rejected = new ChangeRejectedException(position, refused.kind(), refused.reason());
            rejected.addSuppressed(refused);
            throw rejected;
        }
    }

    private SetContent read(List<Change> changes) {
        return new SetContent(
                requester,
                reads.elements(requester, all(changes, ChangeRun::changedElement), true),
                reads.named(
                        requester, changes.stream().flatMap(ChangeRun::names).toList()),
                reads.relationships(requester, all(changes, ChangeRun::changedRelationship)));
    }

    private static List<Guid> all(List<Change> changes, Function<Change, Guid> guid) {
        return changes.stream().map(guid).filter(Objects::nonNull).toList();
    }

    /** The existing element that the change is about; null where there is none, or it need not be known. */
    private static Guid changedElement(Change change) {
        if (change instanceof Change.UpdateElement update) {
            return update.element();
        } else if (change instanceof Change.RemoveElement remove) {
            return remove.element();
        } else if (change instanceof Change.RestoreElement restore) {
            return restore.element();
        } else if (change instanceof Change.Declassify declassify) {
            return declassify.element();
        }
        return change instanceof Change.Classify classify && classify.element() instanceof ElementRef.ByGuid byGuid
                ? byGuid.guid()
                : null;
    }

    private static Guid changedRelationship(Change change) {
        return change instanceof Change.UpdateRelationship update ? update.relationship() : null;
    }

    /** The names that the change gives, or by which it points to something. */
    private static Stream<QualifiedName> names(Change change) {
        if (change instanceof Change.CreateElement create) {
            return Stream.of(
                            create.properties().qualifiedName(),
                            create.anchor().flatMap(ChangeRun::name),
                            create.parent().flatMap(link -> name(link.parent())))
                    .flatMap(Optional::stream);
        } else if (change instanceof Change.UpdateElement update) {
            return update.properties().qualifiedName().stream();
        } else if (change instanceof Change.Classify classify) {
            return name(classify.element()).stream();
        } else if (change instanceof Change.Relate relate) {
            return Stream.of(relate.end1(), relate.end2()).flatMap(end -> name(end).stream());
        }
        return Stream.empty();
    }

    private static Optional<QualifiedName> name(ElementRef reference) {
        return reference instanceof ElementRef.ByName byName ? Optional.of(byName.name()) : Optional.empty();
    }

    /** Who plans what. */
    private record Plan(ElementSteps elements, RemovalSteps removals, LinkSteps links) {

        Step step(Change change) {
            if (change instanceof Change.CreateElement create) {
                return elements.create(create);
            } else if (change instanceof Change.UpdateElement update) {
                return elements.update(update);
            } else if (change instanceof Change.Classify classify) {
                return elements.classify(classify);
            } else if (change instanceof Change.Declassify declassify) {
                return elements.declassify(declassify);
            } else if (change instanceof Change.RemoveElement remove) {
                return removals.remove(remove);
            } else if (change instanceof Change.RestoreElement restore) {
                return removals.restore(restore);
            } else if (change instanceof Change.Relate relate) {
                return links.relate(relate);
            } else if (change instanceof Change.UpdateRelationship update) {
                return links.update(update);
            } else if (change instanceof Change.Unrelate unrelate) {
                return links.unrelate(unrelate);
            }
            throw new IllegalStateException("no call for " + change.getClass().getSimpleName());
        }
    }
}
