package io.openintegration.daemon.connectors.lineage.event;

/** What OpenLineage knows a data set by: where it is ({@code file}, {@code postgres://host:5432}), and its name there. */
public record DataSetName(String namespace, String name) implements Comparable<DataSetName> {

    @Override
    public int compareTo(DataSetName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
    }

    @Override
    public String toString() {
        return namespace + "::" + name;
    }
}
