package io.openintegration.daemon.connectors.lineage.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the text of one event. Safe from any thread. Where a field comes twice, the last one counts: Spark's agent sends facets
 * twice when a run fails.
 */
public final class EventReader {

    /** Facets that the lineage is made of: these are never left out for their length. */
    private static final Set<String> NEEDED = Set.of("schema", "columnLineage", "parent");

    private static final String PARENT = "parent";

    private final EventLimits limits;
    private final boolean keepsFacets;
    private final ObjectMapper json;

    public EventReader(EventLimits limits) {
        this(limits, true);
    }

    private EventReader(EventLimits limits, boolean keepsFacets) {
        this.limits = limits;
        this.keepsFacets = keepsFacets;
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(limits.depth())
                                .maxStringLength(limits.characters())
                                .maxNameLength(limits.nameCharacters())
                                .maxDocumentLength(4L * limits.characters())
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Refuses what the other one refuses, and leaves out of the rest what takes time: all facets, and what only they tell. */
    public static EventReader ofNoFacets(EventLimits limits) {
        return new EventReader(limits, false);
    }

    /** @throws BadEventException where it is none, or beyond the limits */
    public LineageEvent read(String text) throws BadEventException {
        if (text.length() > limits.characters()) {
            throw new BadEventException("more than " + limits.characters() + " characters", "the whole event");
        }
        JsonNode event = parse(text);
        if (!event.isObject()) {
            throw new BadEventException("no JSON object", "/");
        }
        Instant time = time(event);
        if (event.has("dataset")) {
            return new LineageEvent(
                    time,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(dataSet(event.get("dataset"), "/dataset")));
        }
        Job job = job(event.path("job"));
        Optional<Run> run = event.has("run") ? Optional.of(run(event)) : Optional.empty();
        if (run.isEmpty() && event.has("eventType")) {
            throw new BadEventException("missing", "/run");
        }
        List<DataSet> inputs = dataSets(event.path("inputs"), "/inputs");
        List<DataSet> outputs = dataSets(event.path("outputs"), "/outputs");
        if (inputs.size() + outputs.size() > limits.dataSets()) {
            throw new BadEventException("more than " + limits.dataSets() + " data sets", "/inputs and /outputs");
        }
        return new LineageEvent(time, run, Optional.of(job), read(inputs, event.path("outputs"), outputs), outputs);
    }

    /** The inputs, and what else columns of outputs are made of, as far as the limit allows. */
    private List<DataSet> read(List<DataSet> inputs, JsonNode described, List<DataSet> outputs) {
        if (!keepsFacets) {
            return inputs;
        }
        Set<DataSetName> told = Stream.of(inputs, outputs)
                .flatMap(List::stream)
                .map(DataSet::name)
                .collect(Collectors.toSet());
        Stream<DataSet> sources = ColumnSources.of(
                        described, value -> mistake(value).isEmpty())
                .stream()
                .filter(name -> !told.contains(name))
                .map(name -> new DataSet(name, Map.of()));
        return Stream.concat(inputs.stream(), sources)
                .limit((long) limits.dataSets() - outputs.size())
                .toList();
    }

    private JsonNode parse(String text) throws BadEventException {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException broken) {
            JsonLocation place = broken.getLocation();
            String where =
                    place == null ? "the event" : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            BadEventException bad = new BadEventException("no JSON, or nested deeper than " + limits.depth(), where);
            bad.initCause(broken);
            throw bad;
        }
    }

    private Instant time(JsonNode event) throws BadEventException {
        String text = text(event, "eventTime", "");
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException none) {
            BadEventException bad =
                    new BadEventException("no time with an offset, as 2026-01-31T12:00:00.000Z", "/eventTime");
            bad.initCause(none);
            throw bad;
        }
    }

    private Job job(JsonNode job) throws BadEventException {
        return new Job(jobName(job, "/job"), facets(job.path("facets"), "/job/facets"));
    }

    private JobName jobName(JsonNode job, String where) throws BadEventException {
        return new JobName(text(job, "namespace", where), text(job, "name", where));
    }

    private Run run(JsonNode event) throws BadEventException {
        JsonNode run = event.get("run");
        JsonNode parent = run.path("facets").path(PARENT);
        Map<String, String> facets = facets(run.path("facets"), "/run/facets");
        facets.remove(PARENT);
        Optional<RunRef> began = parent.isMissingNode() ? Optional.empty() : Optional.of(parent(parent));
        return new Run(text(run, "runId", "/run"), type(event), began, facets);
    }

    private RunRef parent(JsonNode parent) throws BadEventException {
        String where = "/run/facets/parent";
        return new RunRef(
                jobName(parent.path("job"), where + "/job"), text(parent.path("run"), "runId", where + "/run"));
    }

    /** An event of a run need not say what has become of it. */
    private EventType type(JsonNode event) throws BadEventException {
        if (!event.has("eventType")) {
            return EventType.OTHER;
        }
        String text = text(event, "eventType", "");
        for (EventType type : EventType.values()) {
            if (type.name().equals(text.toUpperCase(Locale.ROOT))) {
                return type;
            }
        }
        throw new BadEventException("none of START, RUNNING, COMPLETE, ABORT, FAIL, OTHER", "/eventType");
    }

    private List<DataSet> dataSets(JsonNode list, String where) throws BadEventException {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw new BadEventException("no list", where);
        }
        List<DataSet> found = new ArrayList<>();
        for (JsonNode each : list) {
            found.add(dataSet(each, where + "/" + found.size()));
        }
        return found;
    }

    private DataSet dataSet(JsonNode dataSet, String where) throws BadEventException {
        DataSetName name = new DataSetName(text(dataSet, "namespace", where), text(dataSet, "name", where));
        return new DataSet(name, facets(dataSet.path("facets"), where + "/facets"));
    }

    private Map<String, String> facets(JsonNode facets, String where) throws BadEventException {
        Map<String, String> found = new HashMap<>();
        if (facets.isMissingNode() || facets.isNull()) {
            return found;
        }
        if (!facets.isObject()) {
            throw new BadEventException("no JSON object", where);
        }
        if (facets.size() > limits.facets()) {
            throw new BadEventException("more than " + limits.facets() + " facets", where);
        }
        if (keepsFacets) {
            for (Map.Entry<String, JsonNode> facet : facets.properties()) {
                String text = facet.getValue().toString();
                if (text.length() <= limits.facetCharacters() || NEEDED.contains(facet.getKey())) {
                    found.put(facet.getKey(), text);
                }
            }
        }
        return found;
    }

    private String text(JsonNode holder, String field, String where) throws BadEventException {
        JsonNode value = holder.path(field);
        Optional<String> mistake = mistake(value);
        if (mistake.isPresent()) {
            throw new BadEventException(mistake.get(), where + "/" + field);
        }
        return value.textValue();
    }

    /** Why something can be no name, if it cannot. */
    private Optional<String> mistake(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.of("missing");
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            return Optional.of("no text, or an empty one");
        }
        if (value.textValue().length() > limits.nameCharacters()) {
            return Optional.of("longer than " + limits.nameCharacters() + " characters");
        }
        if (isUnusable(value.textValue())) {
            return Optional.of("with control characters, or no valid Unicode");
        }
        return Optional.empty();
    }

    /** By a loop: this is asked of each name of each event. */
    private static boolean isUnusable(String text) {
        for (int place = 0; place < text.length(); place++) {
            char character = text.charAt(place);
            boolean isPair = Character.isHighSurrogate(character)
                    && place + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(place + 1));
            if (isPair) {
                place++;
            } else if (Character.isISOControl(character) || Character.isSurrogate(character)) {
                return true;
            }
        }
        return false;
    }
}
