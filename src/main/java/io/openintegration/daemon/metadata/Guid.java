package io.openintegration.daemon.metadata;

/** Identity of an element or a relationship. Opaque text: not every server's GUIDs are UUIDs. */
public record Guid(String value) {

    public Guid {
        NameCheck.notBlank(value, "a GUID");
    }

    @Override
    public String toString() {
        return value;
    }
}
