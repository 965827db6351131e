package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Optional;
import java.util.Set;

/** An element as it will be once its plan is carried out. */
final class Draft {

    private final TypeName type;
    private final QualifiedName name;
    private final Set<TypeName> classifications;
    private final Fingerprint fingerprint;
    private Optional<Guid> guid = Optional.empty();
    private long version;

    /** An element that is still to be made. */
    Draft(TypeName type, QualifiedName name, Set<TypeName> classifications, Fingerprint fingerprint) {
        this.type = type;
        this.name = name;
        this.classifications = classifications;
        this.fingerprint = fingerprint;
    }

    /** The draft for an element that exists already. */
    Draft existing(Guid element, long currentVersion) {
        guid = Optional.of(element);
        version = currentVersion;
        return this;
    }

    void accept(ChangeResult result) {
        guid = Optional.of(result.guid());
        version = result.version();
    }

    ElementRef reference() {
        return guid.map(ElementRef::to).orElseGet(() -> ElementRef.to(name));
    }

    TypeName type() {
        return type;
    }

    QualifiedName name() {
        return name;
    }

    Set<TypeName> classifications() {
        return classifications;
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    Guid guid() {
        return guid.orElseThrow();
    }

    long version() {
        return version;
    }

    LedgerPart part() {
        return new LedgerPart(name, type, guid(), classifications, fingerprint.text(), version);
    }
}
