package io.openintegration.daemon.connectors.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.facts.DataSetFacts;
import io.openintegration.daemon.connectors.lineage.facts.JobFacts;
import io.openintegration.daemon.connectors.lineage.facts.RunFacts;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relation;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts lineage into the words of open metadata: what flows into and out of jobs, what began what, and how columns map. */
record Flows(LineageNames names, DataSetPlaces places) {

    /** Nobody else labels relationships so. */
    static final Relations.Mark MARK = Relations.Mark.label("OpenLineage");

    private static final TypeName DATA_FLOW = new TypeName("DataFlow");
    private static final TypeName CALL = new TypeName("ProcessCall");
    private static final TypeName MAPPING = new TypeName("DataMapping");
    private static final Set<Relations.Kind> OF_JOBS =
            Set.of(new Relations.Kind(DATA_FLOW, 1), new Relations.Kind(DATA_FLOW, 2));
    private static final Set<Relations.Kind> OF_COLUMNS = Set.of(new Relations.Kind(MAPPING, 2));

    private static final int MOST_MAPPINGS = 50_000;

    List<Relations> ofJobs(Map<JobName, JobFacts> jobs) {
        Set<DataSetName> dataSets = new HashSet<>();
        jobs.values().forEach(job -> {
            dataSets.addAll(job.inputs().keySet());
            dataSets.addAll(job.outputs().keySet());
        });
        Map<DataSetName, QualifiedName> elements = places.of(dataSets);
        return jobs.entrySet().stream()
                .map(job -> ofJob(job.getKey(), job.getValue(), elements))
                .toList();
    }

    private Relations ofJob(JobName name, JobFacts job, Map<DataSetName, QualifiedName> elements) {
        Relation.End process = Relation.End.of(names.job(name));
        List<Relation> wanted = new ArrayList<>();
        job.inputs()
                .keySet()
                .forEach(input -> wanted.add(new Relation(
                        DATA_FLOW, Relation.End.of(elements.get(input)), process, ElementProperties.NONE)));
        job.outputs()
                .keySet()
                .forEach(output -> wanted.add(new Relation(
                        DATA_FLOW, process, Relation.End.of(elements.get(output)), ElementProperties.NONE)));
        return new Relations(process.element(), false, OF_JOBS, MARK, wanted);
    }

    List<Relations> ofColumns(Map<DataSetName, DataSetFacts> dataSets) {
        Map<DataSetName, List<ColumnMapping>> mappings = new HashMap<>();
        Set<DataSetName> all = new HashSet<>(dataSets.keySet());
        dataSets.forEach((name, dataSet) -> {
            List<ColumnMapping> found = mappings(dataSet);
            mappings.put(name, found);
            found.forEach(mapping -> all.add(mapping.source()));
        });
        Map<DataSetName, QualifiedName> elements = places.of(all);
        return mappings.entrySet().stream()
                .map(each -> new Relations(
                        elements.get(each.getKey()),
                        true,
                        OF_COLUMNS,
                        mark(each.getKey(), elements.get(each.getKey())),
                        each.getValue().stream()
                                .map(mapping -> relation(mapping, each.getKey(), elements))
                                .toList()))
                .toList();
    }

    /** Two data sets may be one element under other names: neither is to take the relationships of the other for its own. */
    private Relations.Mark mark(DataSetName dataSet, QualifiedName element) {
        return places.isStandIn(dataSet, element) || element.value().equals(dataSet.toString())
                ? MARK
                : Relations.Mark.label(MARK.value() + " " + dataSet);
    }

    private Relation relation(ColumnMapping mapping, DataSetName target, Map<DataSetName, QualifiedName> elements) {
        return new Relation(
                MAPPING,
                new Relation.End(elements.get(mapping.source()), Optional.of(mapping.sourceColumn())),
                new Relation.End(elements.get(target), Optional.of(mapping.column())),
                ElementProperties.builder()
                        .text("formula", mapping.transformation().orElse(null))
                        .text("queryId", names.job(mapping.job()).value())
                        .build());
    }

    private static List<ColumnMapping> mappings(DataSetFacts dataSet) {
        List<ColumnMapping> mappings = new ArrayList<>();
        dataSet.columnLineage().forEach((job, told) -> Facet.json(told.text())
                .path("fields")
                .properties()
                .forEach(field -> field.getValue().path("inputFields").forEach(input -> {
                    if (mappings.size() < MOST_MAPPINGS) {
                        mapping(job, field.getKey(), input).ifPresent(mappings::add);
                    }
                })));
        return mappings;
    }

    private static Optional<ColumnMapping> mapping(JobName job, String column, JsonNode input) {
        Optional<String> namespace = Facet.text(input, "namespace");
        Optional<String> name = Facet.text(input, "name");
        Optional<String> field = Facet.text(input, "field");
        if (namespace.isEmpty() || name.isEmpty() || field.isEmpty() || column.isBlank()) {
            return Optional.empty();
        }
        Set<String> kinds = new TreeSet<>();
        input.path("transformations").forEach(how -> Facet.text(how, "type")
                .ifPresent(type -> kinds.add(Facet.text(how, "subtype")
                        .map(subtype -> type + " " + subtype)
                        .orElse(type))));
        return Optional.of(new ColumnMapping(
                job,
                new DataSetName(namespace.get(), name.get()),
                field.get(),
                column,
                kinds.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", kinds))));
    }

    /** The jobs that began the last run of each job; those that are not in the catalogue themselves are left out there. */
    List<Relations> calls(Map<JobName, JobFacts> jobs) {
        List<Relations> all = new ArrayList<>();
        jobs.forEach((name, job) -> {
            Relation.End process = Relation.End.of(names.job(name));
            List<Relation> wanted = job.lastRun().map(Map.Entry::getValue).flatMap(RunFacts::parent).stream()
                    .filter(parent -> !parent.job().equals(name))
                    .map(parent -> new Relation(
                            CALL, Relation.End.of(names.job(parent.job())), process, ElementProperties.NONE))
                    .toList();
            all.add(new Relations(process.element(), false, Set.of(new Relations.Kind(CALL, 2)), MARK, wanted));
        });
        return all;
    }

    /** @param transformation what happens on the way, in the words of OpenLineage */
    private record ColumnMapping(
            JobName job, DataSetName source, String sourceColumn, String column, Optional<String> transformation) {}
}
