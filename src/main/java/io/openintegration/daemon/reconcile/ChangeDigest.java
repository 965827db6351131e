package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Optional;

/** The digest of a change: of everything that it does, and nothing that says when or by which GUID. */
final class ChangeDigest {

    private ChangeDigest() {}

    /** @param description fingerprint of what is described; empty where the differences tell all */
    static String of(
            ChangeAction action,
            ItemKey key,
            Optional<ItemKey> scope,
            Optional<ItemKey> formerScope,
            TypeName type,
            QualifiedName name,
            String description,
            List<Difference> differences) {
        Digest digest = new Digest()
                .text(action.name())
                .text(key.value())
                .text(scope.map(ItemKey::value).orElse(""))
                .text(formerScope.map(ItemKey::value).orElse(""))
                .text(type.value())
                .text(name.value())
                .text(description);
        differences.forEach(difference -> add(digest, difference));
        return digest.value();
    }

    private static void add(Digest digest, Difference difference) {
        digest.text(difference.element().value())
                .text(difference.aspect().name())
                .text(difference.name());
        add(digest, difference.before());
        add(digest, difference.after());
    }

    private static void add(Digest digest, Optional<ElementProperties> values) {
        digest.text(values.isPresent() ? "there" : "");
        values.ifPresent(digest::properties);
    }
}
