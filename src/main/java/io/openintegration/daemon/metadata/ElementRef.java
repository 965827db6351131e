package io.openintegration.daemon.metadata;

/** Points to an element: one that exists, or one that an earlier change of the same change set creates. */
public sealed interface ElementRef {

    record ByGuid(Guid guid) implements ElementRef {}

    record ByName(QualifiedName name) implements ElementRef {}

    static ElementRef to(Guid guid) {
        return new ByGuid(guid);
    }

    static ElementRef to(QualifiedName name) {
        return new ByName(name);
    }
}
