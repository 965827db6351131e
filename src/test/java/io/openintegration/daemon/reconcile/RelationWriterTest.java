package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relation;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.testing.InMemoryLedgers;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Relationships that a connector wants, seen by way of a refresh. */
class RelationWriterTest {

    private static final TypeName FLOW = new TypeName("DataFlow");
    private static final Requester NOBODY = new Requester(new UserId("anybody"), Optional.empty());
    private static final Set<Relations.Kind> BOTH_WAYS =
            Set.of(new Relations.Kind(FLOW, 1), new Relations.Kind(FLOW, 2));

    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());
    private final InMemoryLedgers ledgers = new InMemoryLedgers();

    @BeforeEach
    void elements() {
        Stream.of("a", "b", "c", "d", "source", "another source").forEach(this::create);
    }

    @Test
    @DisplayName(
            "what is wanted is made once, gets other properties where they differ, and goes when it is not wanted any more")
    void follows() {
        relate("source", wanted("a", flow("a", "b", "1"), flow("c", "a", "1")));
        assertThat(links()).containsExactlyInAnyOrder("a>b 1 mine", "c>a 1 mine");
        int before = store.changesApplied();

        relate("source", wanted("a", flow("a", "b", "1"), flow("c", "a", "1")));
        assertThat(store.changesApplied()).isEqualTo(before);

        relate("source", wanted("a", flow("a", "b", "2")));
        assertThat(links()).containsExactly("a>b 2 mine");
        relate("source", wanted("a"));
        assertThat(links()).isEmpty();
    }

    @Test
    @DisplayName("what is of another source, another label or another end is left alone")
    void leaves() {
        relate("another source", wanted("a", flow("a", "b", "1")));
        store.apply(requester("source"), new ChangeSet(List.of(link("a", "c", "by hand"), link("b", "c", "mine"))));

        relate("source", wanted("a"));

        assertThat(links()).containsExactlyInAnyOrder("a>b 1 mine", "a>c by hand", "b>c mine");
    }

    @Test
    @DisplayName("what has an end that is not catalogued is made when it is")
    void later() {
        relate("source", wanted("a", flow("a", "later", "1")), wanted("unknown", flow("unknown", "a", "1")));
        assertThat(links()).isEmpty();

        create("later");
        relate("source", wanted("a", flow("a", "later", "1")));
        assertThat(links()).containsExactly("a>later 1 mine");
    }

    @Test
    @DisplayName("what the metadata server refuses is reported, and keeps nothing else from being made")
    void refused() {
        Relation impossible = new Relation(
                FLOW,
                Relation.End.of(new QualifiedName("a")),
                Relation.End.of(new QualifiedName("b")),
                ElementProperties.builder().text("nothing of the kind", "x").build());

        ReconcileReport report = relate("source", wanted("a", impossible), wanted("b", flow("b", "c", "1")));

        assertThat(links()).containsExactly("b>c 1 mine");
        assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.definition())
                .isEqualTo(ReconcileMessage.RELATIONS_REFUSED));
    }

    @Test
    @DisplayName("what was made before a refusal half-way is not made a second time")
    void refusedHalfWay() {
        FailingStore egeria = new FailingStore(store);
        egeria.rejectAfter(2);

        ReconcileReport report = relate(
                egeria,
                "source",
                wanted("a", flow("a", "b", "1")),
                wanted("c", flow("c", "d", "1"), flow("d", "c", "1")));

        assertThat(links()).containsExactlyInAnyOrder("a>b 1 mine", "c>d 1 mine", "d>c 1 mine");
        assertThat(report.problems()).isEmpty();
    }

    private ReconcileReport relate(String source, Relations... relations) {
        return relate(store, source, relations);
    }

    private ReconcileReport relate(MetadataStore through, String source, Relations... relations) {
        Reconciler reconciler = new Reconciler(
                through,
                ledgers.ledger(new ServerName("daemon"), source, new ServerName("store")),
                requester(source),
                () -> {},
                ReconcileOptions.standard());
        try (ReconcileRun run = reconciler.begin(RefreshMode.CHANGES, new RunOrigin("run", Instant.EPOCH))) {
            run.relate(List.of(relations));
            return run.finish();
        }
    }

    private Requester requester(String source) {
        return new Requester(
                new UserId("connector"), Optional.of(new MetadataSource(guid(source), new QualifiedName(source))));
    }

    private static Relations wanted(String owner, Relation... relations) {
        return new Relations(
                new QualifiedName(owner), false, BOTH_WAYS, Relations.Mark.label("mine"), List.of(relations));
    }

    private static Relation flow(String from, String to, String formula) {
        return new Relation(
                FLOW,
                Relation.End.of(new QualifiedName(from)),
                Relation.End.of(new QualifiedName(to)),
                ElementProperties.builder().text("formula", formula).build());
    }

    private static Change link(String from, String to, String label) {
        return new Change.Relate(
                FLOW,
                ElementRef.to(new QualifiedName(from)),
                ElementRef.to(new QualifiedName(to)),
                ElementProperties.builder().text("label", label).build());
    }

    private void create(String name) {
        store.apply(
                NOBODY,
                new ChangeSet(List.of(new Change.CreateElement(
                        new TypeName("SoftwareCapability"),
                        ElementProperties.builder().text("qualifiedName", name).build(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()))));
    }

    private Guid guid(String name) {
        return store.findByQualifiedNames(NOBODY, List.of(new QualifiedName(name)))
                .get(new QualifiedName(name))
                .guid();
    }

    private List<String> links() {
        return store.relationships().stream().map(this::text).toList();
    }

    private String text(Relationship link) {
        return name(link.end1()) + ">" + name(link.end2())
                + link.properties().text("formula").map(" "::concat).orElse("")
                + link.properties().text("label").map(" "::concat).orElse("");
    }

    private String name(Guid guid) {
        return store.get(NOBODY, guid, true)
                .orElseThrow()
                .qualifiedName()
                .orElseThrow()
                .value();
    }
}
