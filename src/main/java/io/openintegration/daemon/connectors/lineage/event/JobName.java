package io.openintegration.daemon.connectors.lineage.event;

/** What OpenLineage knows a job by. Neither part is blank. */
public record JobName(String namespace, String name) implements Comparable<JobName> {

    @Override
    public int compareTo(JobName other) {
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace == 0 ? name.compareTo(other.name) : byNamespace;
    }

    @Override
    public String toString() {
        return namespace + "::" + name;
    }
}
