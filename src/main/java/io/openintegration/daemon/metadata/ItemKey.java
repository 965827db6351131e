package io.openintegration.daemon.metadata;

/**
 * Identity of an item within the connector that describes it: a path, a schema-qualified name. Never shown to other
 * systems.
 */
public record ItemKey(String value) {

    public ItemKey {
        NameCheck.notBlank(value, "an item key");
    }

    @Override
    public String toString() {
        return value;
    }
}
