package io.openintegration.daemon.metadata;

/** The name of an element that is unique within its metadata server. */
public record QualifiedName(String value) {

    public QualifiedName {
        NameCheck.notBlank(value, "a qualified name");
    }

    @Override
    public String toString() {
        return value;
    }
}
