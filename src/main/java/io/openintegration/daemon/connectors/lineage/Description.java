package io.openintegration.daemon.connectors.lineage;

import io.openintegration.daemon.connectors.lineage.choice.JobChoice;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.facts.FactsJson;
import io.openintegration.daemon.connectors.lineage.facts.Told;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Sha256;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.Refresh;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Describes what is noted, in one refresh: first jobs and data sets, then what flows between them. What the configuration excludes by now
 * is not mentioned, although it is noted, and so leaves the catalogue.
 */
final class Description {

    /** What runs the jobs of a namespace, and the data of one. */
    private static final Map<String, TypeName> PLACES =
            Map.of(Notes.JOB, new TypeName("DeployedSoftwareComponent"), Notes.DATA_SET, new TypeName("DataSet"));

    private static final ItemLink OF_SOURCE = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "USES")
                    .build());

    /** To be raised when the same note is to be described in another way. */
    private static final String MANNER = "1 ";

    private final LineageIntegratorContext context;
    private final Refresh refresh;
    private final Notes notes;
    private final JobChoice choice;
    private final HiddenDataSets hidden;
    private final LineageNames names;
    private final DataSetPlaces places;
    private final JobDescriber jobs;
    private final DataSetDescriber dataSets;
    private final Flows flows;

    Description(LineageIntegratorContext context, Refresh refresh, LineageSettings settings) {
        this.context = context;
        this.refresh = refresh;
        this.notes = new Notes(context.inbox());
        this.choice = settings.choice();
        this.hidden = new HiddenDataSets(notes, choice);
        this.names = new LineageNames(settings.namespaces());
        this.places = new DataSetPlaces(context, names);
        this.jobs = new JobDescriber(names);
        this.dataSets = new DataSetDescriber(names);
        this.flows = new Flows(names, places);
    }

    /** Everything. */
    void all() {
        for (String kind : List.of(Notes.JOB, Notes.DATA_SET)) {
            notes.namespaces(kind).forEach(namespace -> whole(kind, namespace));
        }
        for (String kind : List.of(Notes.JOB, Notes.DATA_SET)) {
            notes.namespaces(kind).forEach(namespace -> notes.each(kind, namespace, this::relate));
        }
    }

    /** Only these; what else is in their namespaces stays as it is. */
    void changed(Collection<LineageNote.Key> keys) {
        Map<Place, List<LineageNote.Key>> byPlace = keys.stream()
                .collect(Collectors.groupingBy(
                        key -> new Place(key.kind(), key.namespace()), TreeMap::new, Collectors.toList()));
        byPlace.forEach((place, some) -> {
            Optional<DescriptionScope> known = refresh.reopen(LineageNames.key(place.kind(), place.namespace()));
            if (known.isEmpty()) {
                whole(place.kind(), place.namespace());
            } else {
                try (DescriptionScope scope = known.get()) {
                    add(scope, noted(some));
                }
            }
        });
        byPlace.values().forEach(some -> relate(noted(some)));
    }

    private List<LineageNote> noted(List<LineageNote.Key> keys) {
        return List.copyOf(context.inbox().notes(keys).values());
    }

    private void whole(String kind, String namespace) {
        if (!hasAny(kind, namespace)) {
            return;
        }
        try (DescriptionScope scope = refresh.open(LineageNames.key(kind, namespace), place(kind, namespace))) {
            notes.each(kind, namespace, some -> add(scope, some));
            scope.complete();
        }
    }

    private boolean hasAny(String kind, String namespace) {
        if (choice.takesAll()) {
            return true;
        }
        boolean[] any = {false};
        notes.each(kind, namespace, some -> any[0] |= some.stream().anyMatch(this::isAskedFor));
        return any[0];
    }

    private boolean isAskedFor(LineageNote note) {
        return note.key().kind().equals(Notes.JOB)
                ? choice.takes(Notes.job(note.key()))
                : !hidden.contains(Notes.dataSet(note.key()));
    }

    private void add(DescriptionScope scope, List<LineageNote> noted) {
        goOn();
        List<LineageNote> some = noted.stream().filter(this::isAskedFor).toList();
        List<DataSetName> named = some.stream()
                .filter(note -> note.key().kind().equals(Notes.DATA_SET))
                .map(note -> Notes.dataSet(note.key()))
                .toList();
        Map<DataSetName, QualifiedName> elements = places.of(named);
        for (LineageNote note : some) {
            if (note.key().kind().equals(Notes.JOB)) {
                scope.add(LineageNames.key(note.key()), stamp(note), () -> job(note));
            } else {
                DataSetName name = Notes.dataSet(note.key());
                if (places.isStandIn(name, elements.get(name))) {
                    scope.add(LineageNames.key(note.key()), stamp(note), () -> dataSet(note));
                }
            }
        }
    }

    private void relate(List<LineageNote> some) {
        goOn();
        Told told = Notes.told(some).only(choice::takes);
        if (!told.jobs().isEmpty()) {
            refresh.relate(flows.ofJobs(told.jobs()));
            refresh.relate(flows.calls(told.jobs()));
        }
        if (!told.dataSets().isEmpty()) {
            refresh.relate(flows.ofColumns(told.dataSets()));
        }
    }

    private ItemDescription job(LineageNote note) {
        return jobs.describe(Notes.job(note.key()), FactsJson.readJob(note.text()));
    }

    private ItemDescription dataSet(LineageNote note) {
        return dataSets.describe(Notes.dataSet(note.key()), FactsJson.readDataSet(note.text()));
    }

    private ItemDescription place(String kind, String namespace) {
        return new ItemDescription(
                PLACES.get(kind),
                names.namespace(kind, namespace),
                ElementProperties.builder()
                        .text("displayName", namespace)
                        .text(
                                "description",
                                kind.equals(Notes.JOB)
                                        ? "The jobs of a namespace, as OpenLineage events tell of them."
                                        : "The data sets of a namespace, as OpenLineage events tell of them.")
                        .build(),
                Map.of(),
                OF_SOURCE,
                List.of());
    }

    private void goOn() {
        context.heartbeat();
        if (refresh.isCancelled()) {
            throw new ConnectorException(
                    FailureOrigin.CONNECTOR, LineageMessage.REFRESH_ENDED.with(context.connectorName()));
        }
    }

    private static String stamp(LineageNote note) {
        return MANNER + HexFormat.of().formatHex(Sha256.of(note.text().getBytes(StandardCharsets.UTF_8)));
    }

    private record Place(String kind, String namespace) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byKind = other.kind.compareTo(kind);
            return byKind == 0 ? namespace.compareTo(other.namespace) : byKind;
        }
    }
}
