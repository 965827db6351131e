package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.spi.LineageNote;
import java.util.Map;

/**
 * What things are called in the catalogue.
 *
 * @param namespaces see {@link LineageSettings#namespaces}
 */
record LineageNames(Map<String, String> namespaces) {

    QualifiedName job(JobName job) {
        return new QualifiedName("Job::" + job);
    }

    /** The name under which the connector of another technology catalogues the data set, if any does. */
    QualifiedName joined(DataSetName dataSet) {
        return new QualifiedName(
                namespaces.getOrDefault(dataSet.namespace(), dataSet.namespace()) + "::" + dataSet.name());
    }

    /** The name of what is catalogued in its place as long as nobody else does. */
    QualifiedName standIn(DataSetName dataSet) {
        return new QualifiedName("DataSet::" + dataSet);
    }

    QualifiedName namespace(String kind, String namespace) {
        return new QualifiedName((kind.equals(Notes.JOB) ? "JobNamespace::" : "DataSetNamespace::") + namespace);
    }

    static ItemKey key(String kind, String namespace) {
        return new ItemKey(kind + "s " + namespace);
    }

    static ItemKey key(LineageNote.Key note) {
        return new ItemKey(note.kind() + " " + note.namespace().length() + " " + note.namespace() + "::" + note.name());
    }
}
