package io.openintegration.daemon.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.openintegration.daemon.metadata.LineageQuery.Direction;
import io.openintegration.daemon.testing.InMemoryMetadataStore;
import io.openintegration.daemon.testing.SettableClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineageWalkTest {

    private static final Requester NOBODY = new Requester(new UserId("user"), Optional.empty());

    private final InMemoryMetadataStore store = new InMemoryMetadataStore(new SettableClock());

    @Test
    @DisplayName(
            "data is followed to where it goes and where it comes from, with the distance, over archived elements too")
    void directions() {
        flows("raw>load", "load>table", "table>report", "report>page", "other>report");
        store.apply(NOBODY, new ChangeSet(List.of(new Change.RemoveElement(guid("table"), Change.Removal.ARCHIVE))));

        LineageGraph down = walk("load", Direction.DOWNSTREAM, 50).orElseThrow();
        LineageGraph up = walk("report", Direction.UPSTREAM, 50).orElseThrow();

        assertThat(distances(down)).containsExactly("load 0", "page 3", "report 2", "table 1");
        assertThat(distances(up)).containsExactly("load 2", "other 1", "raw 3", "report 0", "table 1");
        assertThat(down.edges()).hasSize(3);
        assertThat(up.edges()).hasSize(4);
        assertThat(up.truncated()).isFalse();
    }

    @Test
    @DisplayName("circles and several ways are no trouble: each element is there once, and each edge")
    void circles() {
        flows("a>b", "b>c", "c>a", "a>c", "c>c");

        LineageGraph graph = walk("a", Direction.DOWNSTREAM, 50).orElseThrow();

        assertThat(distances(graph)).containsExactly("a 0", "b 1", "c 1");
        assertThat(graph.edges()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("no further than asked for, and no more than asked for: then it says so, and leaves no loose end")
    void bounds() {
        flows("a>b", "b>c", "c>d", "a>x", "a>y");

        assertThat(distances(walk("a", Direction.DOWNSTREAM, 1).orElseThrow()))
                .containsExactly("a 0", "b 1", "x 1", "y 1");
        LineageGraph few = new LineageWalk(store, NOBODY)
                .walk(new LineageQuery(new QualifiedName("a"), Direction.DOWNSTREAM, 50, false, 3))
                .orElseThrow();
        assertThat(few.nodes()).hasSize(3);
        assertThat(few.truncated()).isTrue();
        assertThat(few.edges()).hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LineageQuery(new QualifiedName("a"), Direction.DOWNSTREAM, 51, false, 3));
    }

    @Test
    @DisplayName("columns of what is found are told where they map to each other; a column has a lineage of its own")
    void columns() {
        flows("from>job", "job>to");
        column("from", "a");
        column("from", "unused");
        column("to", "b");
        relate("DataMapping", "from.a", "to.b");

        LineageGraph graph = new LineageWalk(store, NOBODY)
                .walk(new LineageQuery(new QualifiedName("to"), Direction.UPSTREAM, 5, true, 100))
                .orElseThrow();

        assertThat(graph.columns())
                .extracting(column -> name(column.element()) + " of " + nameOf(column.owner()))
                .containsExactlyInAnyOrder("from.a of from", "to.b of to");
        assertThat(graph.mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.end1()).isEqualTo(guid("from.a"));
            assertThat(mapping.end2()).isEqualTo(guid("to.b"));
        });
        assertThat(distances(walk("to.b", Direction.UPSTREAM, 5).orElseThrow())).containsExactly("from.a 1", "to.b 0");
    }

    @Test
    @DisplayName("columns that are archived are left out, and what maps to them; a column needs no display name")
    void columnsOnTheirWay() {
        flows("from>to");
        column("from", "a");
        column("from", "gone");
        column("to", "b");
        relate("DataMapping", "from.a", "to.b");
        relate("DataMapping", "from.gone", "to.b");
        store.apply(
                NOBODY,
                ChangeSet.of(new Change.UpdateElement(
                        guid("to.b"),
                        ElementProperties.builder()
                                .text("qualifiedName", "to.b")
                                .build(),
                        false)));
        store.apply(NOBODY, ChangeSet.of(new Change.RemoveElement(guid("from.gone"), Change.Removal.ARCHIVE)));

        LineageGraph graph = new LineageWalk(store, NOBODY)
                .walk(new LineageQuery(new QualifiedName("to"), Direction.UPSTREAM, 1, true, 100))
                .orElseThrow();

        assertThat(find("to.b").orElseThrow().properties().text("displayName")).isEmpty();
        assertThat(graph.columns())
                .extracting(
                        column -> column.element().qualifiedName().orElseThrow().value())
                .containsExactlyInAnyOrder("from.a", "to.b");
        assertThat(graph.mappings()).singleElement().satisfies(mapping -> assertThat(mapping.end1())
                .isEqualTo(guid("from.a")));
    }

    @Test
    @DisplayName("of what is not there, there is no lineage")
    void nothing() {
        assertThat(walk("nothing", Direction.UPSTREAM, 5)).isEmpty();
    }

    private Optional<LineageGraph> walk(String start, Direction direction, int depth) {
        return new LineageWalk(store, NOBODY)
                .walk(new LineageQuery(new QualifiedName(start), direction, depth, false, LineageQuery.MOST_NODES));
    }

    private void flows(String... flows) {
        for (String flow : flows) {
            String[] ends = flow.split(">", 2);
            for (String end : ends) {
                if (find(end).isEmpty()) {
                    create("DataSet", end, Optional.empty());
                }
            }
            relate("DataFlow", ends[0], ends[1]);
        }
    }

    private void column(String owner, String name) {
        String schema = "schema of " + owner;
        if (find(schema).isEmpty()) {
            create("TabularSchemaType", schema, parent("Schema", owner));
        }
        create("TabularColumn", owner + "." + name, parent("AttributeForSchema", schema));
    }

    private static Optional<Change.ParentLink> parent(String type, String parent) {
        return Optional.of(new Change.ParentLink(
                new TypeName(type), ElementRef.to(new QualifiedName(parent)), true, ElementProperties.NONE));
    }

    private void create(String type, String name, Optional<Change.ParentLink> parent) {
        store.apply(
                NOBODY,
                new ChangeSet(List.of(new Change.CreateElement(
                        new TypeName(type),
                        ElementProperties.builder()
                                .text("qualifiedName", name)
                                .text("displayName", name)
                                .build(),
                        Map.of(),
                        Optional.empty(),
                        parent))));
    }

    private void relate(String type, String end1, String end2) {
        store.apply(
                NOBODY,
                new ChangeSet(List.of(new Change.Relate(
                        new TypeName(type),
                        ElementRef.to(guid(end1)),
                        ElementRef.to(guid(end2)),
                        ElementProperties.NONE))));
    }

    private Optional<Element> find(String name) {
        return Optional.ofNullable(store.findByQualifiedNames(NOBODY, List.of(new QualifiedName(name)))
                .get(new QualifiedName(name)));
    }

    private Guid guid(String name) {
        return find(name).orElseThrow().guid();
    }

    private String nameOf(Guid guid) {
        return name(store.get(NOBODY, guid, true).orElseThrow());
    }

    private static String name(Element element) {
        return element.qualifiedName().orElseThrow().value();
    }

    private static Set<String> distances(LineageGraph graph) {
        Set<String> distances = new TreeSet<>();
        graph.nodes().forEach(node -> distances.add(name(node.element()) + " " + node.distance()));
        return distances;
    }
}
