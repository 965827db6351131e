package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.spi.LineageNote;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What things are called in the catalogue.
 *
 * @param namespaces see {@link LineageSettings#namespaces}
 */
record LineageNames(Map<String, String> namespaces) {

    QualifiedName job(JobName job) {
        return new QualifiedName("Job::" + job);
    }

    /** The names under which the connector of another technology may catalogue the data set; the first that one does counts. */
    List<QualifiedName> joined(DataSetName dataSet) {
        String namespace = namespaces.getOrDefault(dataSet.namespace(), dataSet.namespace());
        return Stream.concat(Stream.of(dataSet.name()), TableName.inFull(dataSet).stream())
                .distinct()
                .map(name -> new QualifiedName(namespace + "::" + name))
                .toList();
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
