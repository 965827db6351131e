package io.openintegration.daemon.connectors.lineage.facts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.EventType;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.RunRef;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Facts as text, the same text for the same facts. */
public final class FactsJson {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private static final String TOLD = "told";
    private static final String FACETS = "facets";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";
    private static final String RUNS = "runs";
    private static final String PARENT = "parent";
    private static final String CHILDREN = "failedChildren";
    private static final String COLUMNS = "columnLineage";

    private FactsJson() {}

    public static String write(JobFacts job) {
        ObjectNode json = JSON.createObjectNode().put(TOLD, job.lastTold().toString());
        writeFacets(json.putObject(FACETS), job.facets());
        writeNames(json.putArray(INPUTS), job.inputs());
        writeNames(json.putArray(OUTPUTS), job.outputs());
        ObjectNode runs = json.putObject(RUNS);
        job.runs().forEach((id, run) -> writeRun(runs.putObject(id), run));
        return json.toString();
    }

    public static JobFacts readJob(String text) {
        JsonNode json = read(text);
        SortedMap<String, RunFacts> runs = new TreeMap<>();
        json.path(RUNS).properties().forEach(run -> runs.put(run.getKey(), readRun(run.getValue())));
        return new JobFacts(
                time(json.path(TOLD)),
                readFacets(json.path(FACETS)),
                readNames(json.path(INPUTS)),
                readNames(json.path(OUTPUTS)),
                runs);
    }

    public static String write(DataSetFacts dataSet) {
        ObjectNode json = JSON.createObjectNode().put(TOLD, dataSet.lastTold().toString());
        writeFacets(json.putObject(FACETS), dataSet.facets());
        ArrayNode columns = json.putArray(COLUMNS);
        dataSet.columnLineage().forEach((job, told) -> columns.addArray()
                .add(job.namespace())
                .add(job.name())
                .add(told.at().toString())
                .add(told.text()));
        return json.toString();
    }

    public static DataSetFacts readDataSet(String text) {
        JsonNode json = read(text);
        SortedMap<JobName, Stamped> columns = new TreeMap<>();
        json.path(COLUMNS)
                .forEach(told -> columns.put(
                        new JobName(told.path(0).asText(), told.path(1).asText()),
                        new Stamped(time(told.path(2)), told.path(3).asText())));
        return new DataSetFacts(time(json.path(TOLD)), readFacets(json.path(FACETS)), columns);
    }

    private static void writeRun(ObjectNode json, RunFacts run) {
        json.put("last", run.lastTold().toString());
        ObjectNode told = json.putObject(TOLD);
        run.told().forEach((type, at) -> told.put(type.name(), at.toString()));
        run.parent().ifPresent(parent -> json.putArray(PARENT)
                .add(parent.job().namespace())
                .add(parent.job().name())
                .add(parent.runId()));
        ArrayNode children = json.putArray(CHILDREN);
        run.failedChildren()
                .forEach((id, job) ->
                        children.addArray().add(id).add(job.namespace()).add(job.name()));
        writeFacets(json.putObject(FACETS), run.facets());
    }

    private static RunFacts readRun(JsonNode json) {
        SortedMap<EventType, Instant> told = new TreeMap<>();
        json.path(TOLD).properties().forEach(type -> told.put(EventType.valueOf(type.getKey()), time(type.getValue())));
        JsonNode parent = json.path(PARENT);
        SortedMap<String, JobName> children = new TreeMap<>();
        json.path(CHILDREN)
                .forEach(child -> children.put(
                        child.path(0).asText(),
                        new JobName(child.path(1).asText(), child.path(2).asText())));
        return new RunFacts(
                told,
                time(json.path("last")),
                parent.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(new RunRef(
                                new JobName(
                                        parent.path(0).asText(), parent.path(1).asText()),
                                parent.path(2).asText())),
                children,
                readFacets(json.path(FACETS)));
    }

    private static void writeFacets(ObjectNode json, SortedMap<String, Stamped> facets) {
        facets.forEach(
                (name, told) -> json.putArray(name).add(told.at().toString()).add(told.text()));
    }

    private static SortedMap<String, Stamped> readFacets(JsonNode json) {
        SortedMap<String, Stamped> facets = new TreeMap<>();
        json.properties()
                .forEach(facet -> facets.put(
                        facet.getKey(),
                        new Stamped(
                                time(facet.getValue().path(0)),
                                facet.getValue().path(1).asText())));
        return facets;
    }

    private static void writeNames(ArrayNode json, SortedMap<DataSetName, Instant> names) {
        names.forEach((name, at) ->
                json.addArray().add(name.namespace()).add(name.name()).add(at.toString()));
    }

    private static SortedMap<DataSetName, Instant> readNames(JsonNode json) {
        SortedMap<DataSetName, Instant> names = new TreeMap<>();
        json.forEach(name ->
                names.put(new DataSetName(name.path(0).asText(), name.path(1).asText()), time(name.path(2))));
        return names;
    }

    private static Instant time(JsonNode json) {
        return Instant.parse(json.asText());
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("facts are kept as JSON", impossible);
        }
    }
}
