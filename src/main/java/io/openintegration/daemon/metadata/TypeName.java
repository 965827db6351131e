package io.openintegration.daemon.metadata;

/** The name of an open metadata type: of an element, a relationship or a classification. */
public record TypeName(String value) {

    public TypeName {
        NameCheck.notBlank(value, "a type name");
    }

    @Override
    public String toString() {
        return value;
    }
}
