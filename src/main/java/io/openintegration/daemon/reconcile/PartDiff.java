package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.reconcile.Sighting.DescribedPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of an item's parts, by qualified name. What goes, goes first, children before parents; then comes what is
 * new or different, parents first. A part of another type, or that hangs on something else than before, is replaced,
 * and its own parts with it.
 */
final class PartDiff {

    private final ItemPlan plan;
    private final Map<QualifiedName, LedgerPart> before = new LinkedHashMap<>();
    private final Map<QualifiedName, Draft> drafts = new HashMap<>();

    /** @param before the parts that exist; none where the plan makes the item's element */
    PartDiff(ItemPlan plan, List<LedgerPart> before) {
        this.plan = plan;
        before.forEach(part -> this.before.put(part.name(), part));
    }

    void plan(List<DescribedPart> described) {
        Set<QualifiedName> kept = kept(described);
        List<LedgerPart> gone = before.values().stream()
                .filter(part -> !kept.contains(part.name()))
                .toList();
        for (int i = gone.size() - 1; i >= 0; i--) {
            plan.add(new Change.RemoveElement(gone.get(i).guid(), Change.Removal.PURGE));
        }
        before.keySet().retainAll(kept);
        described.forEach(this::plan);
    }

    /** Nothing was seen of the parts: they stay, as they are. */
    void keep() {
        for (LedgerPart part : before.values()) {
            restoreIfArchived(part.guid());
            Fingerprint known = Fingerprint.read(part.fingerprint());
            plan.addPart(new Draft(part.type(), part.name(), part.classifications(), known)
                    .existing(part.guid(), part.version()));
        }
    }

    private Set<QualifiedName> kept(List<DescribedPart> described) {
        Set<QualifiedName> kept = new HashSet<>();
        for (DescribedPart part : described) {
            LedgerPart existing = before.get(part.name());
            boolean parentKept = part.parent().stream().allMatch(kept::contains);
            if (existing != null && parentKept && canStay(existing, part)) {
                kept.add(part.name());
            }
        }
        return kept;
    }

    private boolean canStay(LedgerPart existing, DescribedPart part) {
        Fingerprint known = Fingerprint.read(existing.fingerprint());
        return existing.type().equals(part.part().type())
                && (known.isUnknown() || known.link().equals(fingerprint(part).link()));
    }

    private void plan(DescribedPart described) {
        PartDescription part = described.part();
        Draft draft = new Draft(
                part.type(), part.qualifiedName(), part.classifications().keySet(), fingerprint(described));
        Draft parent = described.parent().map(drafts::get).orElse(plan.item());
        Optional.ofNullable(before.get(part.qualifiedName()))
                .ifPresentOrElse(
                        existing -> amend(draft.existing(existing.guid(), existing.version()), existing, part, parent),
                        () -> create(draft, part, parent));
        drafts.put(part.qualifiedName(), draft);
        plan.addPart(draft);
    }

    private void amend(Draft draft, LedgerPart existing, PartDescription part, Draft parent) {
        restoreIfArchived(existing.guid());
        Fingerprint known = Fingerprint.read(existing.fingerprint());
        ElementDiff.plan(plan, draft, known, existing.classifications(), part.properties(), part.classifications());
        if (!known.linkProperties().equals(draft.fingerprint().linkProperties())) {
            plan.relate(draft, part.link(), parent.reference());
        }
    }

    private void restoreIfArchived(Guid guid) {
        if (plan.standing().archived().contains(guid)) {
            plan.add(new Change.RestoreElement(guid));
        }
    }

    private void create(Draft draft, PartDescription part, Draft parent) {
        plan.add(
                new Change.CreateElement(
                        part.type(),
                        ElementDiff.named(part.properties(), part.qualifiedName()),
                        part.classifications(),
                        Optional.of(plan.item().reference()),
                        Optional.of(Links.toParent(part.link(), parent.reference()))),
                draft);
    }

    private Fingerprint fingerprint(DescribedPart described) {
        return Fingerprint.of(
                described.part(), described.parent().orElse(plan.item().name()));
    }
}
