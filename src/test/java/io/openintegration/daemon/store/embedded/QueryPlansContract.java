package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.testing.QueryPlans;
import io.openintegration.daemon.testing.QueryPlans.Plan;
import io.openintegration.daemon.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the API asks for every day is found by an index, by the plans of the databases themselves. They are written to
 * {@code target/query-plans}; docs/store-api.md tells which question goes by which index, and which has none.
 */
abstract class QueryPlansContract {

    private static final Requester ANYONE = new Requester(new UserId("erin"), Optional.empty());
    private static final ServerName SERVER = new ServerName("plans");
    private static final int FOLDERS = 100;
    private static final int FILES = 100;
    private static final TypeName RARE = new TypeName("ParquetFile");
    private static final TypeName FILE = new TypeName("CSVFile");
    private static final TypeName RARE_LINK = new TypeName("DataFlow");
    private static final TypeName IN_FOLDER = new TypeName("NestedFile");

    abstract TestDatabase newDatabase(Path directory);

    /** What the database calls this way of reading a table from its beginning to its end. */
    abstract String wholeTable();

    /** What it has in its words of a plan for an index. */
    abstract String index(String name);

    @Test
    void everydayQuestionsGoByAnIndex(@TempDir Path directory) throws Exception {
        try (TestDatabase database = newDatabase(directory)) {
            EmbeddedMetadataStore filled = store(database.dataSource());
            List<Guid> guids = fill(filled);
            analyse(database);
            QueryPlans plans = new QueryPlans(database.dataSource());
            Map<String, List<Plan>> explained = explain(store(plans.dataSource()), guids, plans);
            write(explained);
            explained.forEach((question, found) -> {
                assertThat(found).as(question).isNotEmpty();
                assertThat(found).as(question).allSatisfy(plan -> assertThat(plan.text())
                        .doesNotContain(wholeTable()));
            });
            assertThat(explained.get("by name").get(0).text()).contains(index("element_name"));
            assertThat(explained.get("by type, in the order of creation").get(0).text())
                    .contains(index("element_by_type"));
            assertThat(explained.get("by another condition, with type").get(0).text())
                    .contains(index("element_by_type"));
            assertThat(explained.get("anchored to an element").get(0).text()).contains(index("element_by_anchor"));
            assertThat(explained.get("relationships at end 2").get(0).text()).contains(index("relationship_by_end2"));
            for (String byEnd1 : List.of("relationships of one type at end 1", "relationships of two types at end 1")) {
                assertThat(explained.get(byEnd1).get(0).text()).as(byEnd1).contains(index("relationship_link"));
            }
            assertThat(explained
                            .get("relationships of two types at end 2")
                            .get(0)
                            .text())
                    .contains(index("relationship_by_end2"));
            assertThat(explained.get("relationships of a type").get(0).text()).contains(index("relationship_by_type"));
        }
    }

    private static Map<String, List<Plan>> explain(EmbeddedMetadataStore store, List<Guid> guids, QueryPlans plans) {
        Map<String, List<Plan>> explained = new LinkedHashMap<>();
        Guid folder = guids.get(0);
        Guid file = guids.get(1);
        List<Guid> some = guids.subList(0, 50);
        plans.take();
        store.get(ANYONE, file, false);
        explained.put("by GUID", plans.take());
        store.get(ANYONE, some);
        explained.put("by many GUIDs", plans.take());
        store.versions(ANYONE, some);
        explained.put("versions of many GUIDs", plans.take());
        store.findByQualifiedNames(ANYONE, List.of(name(3, 4)));
        explained.put("by name", plans.take());
        store.findByQualifiedNames(
                ANYONE, IntStream.range(0, 50).mapToObj(i -> name(i, i)).toList());
        explained.put("by many names", plans.take());
        store.find(ANYONE, query(Optional.empty(), named(name(5, 6))));
        explained.put("by a condition on the name", plans.take());
        store.find(ANYONE, query(Optional.of(FILE), named(name(5, 6))));
        explained.put("by a condition on the name, with type", plans.take());
        store.find(ANYONE, query(Optional.of(RARE), Condition.always()));
        explained.put("by type, in the order of creation", plans.take());
        store.find(ANYONE, query(Optional.of(RARE), new Condition.Present("description")));
        explained.put("by another condition, with type", plans.take());
        store.relationships(ANYONE, some, 1);
        explained.put("relationships at end 1", plans.take());
        store.relationships(ANYONE, some, 2);
        explained.put("relationships at end 2", plans.take());
        store.relationships(ANYONE, some, 1, Set.of(IN_FOLDER));
        explained.put("relationships of one type at end 1", plans.take());
        store.relationships(ANYONE, some, 1, Set.of(IN_FOLDER, RARE_LINK));
        explained.put("relationships of two types at end 1", plans.take());
        store.relationships(ANYONE, some, 2, Set.of(IN_FOLDER, RARE_LINK));
        explained.put("relationships of two types at end 2", plans.take());
        store.related(ANYONE, related(folder, 1));
        explained.put("related elements of end 1", plans.take());
        store.related(ANYONE, related(file, 2));
        explained.put("related elements of end 2", plans.take());
        store.find(
                ANYONE,
                new RelationshipQuery(
                        Optional.of(IN_FOLDER),
                        new RelationshipQuery.Ends(Set.of(folder), Set.of(file), RelationshipQuery.Rule.BOTH),
                        Condition.always(),
                        false,
                        Sequence.CREATION_OLDEST,
                        new Paging(0, 10)));
        explained.put("relationships between two elements", plans.take());
        store.find(
                ANYONE,
                new RelationshipQuery(
                        Optional.of(RARE_LINK),
                        RelationshipQuery.Ends.ANY,
                        Condition.always(),
                        false,
                        Sequence.CREATION_OLDEST,
                        new Paging(0, 10)));
        explained.put("relationships of a type", plans.take());
        store.apply(ANYONE, ChangeSet.of(new Change.RemoveElement(file, Change.Removal.ARCHIVE)));
        explained.put(
                "anchored to an element",
                plans.take().stream()
                        .filter(plan -> plan.sql().contains("anchor_guid = "))
                        .toList());
        return explained;
    }

    private static RelatedQuery related(Guid element, int startingAtEnd) {
        return new RelatedQuery(element, Optional.of(IN_FOLDER), startingAtEnd, false, new Paging(0, 10));
    }

    private static ElementQuery query(Optional<TypeName> type, Condition where) {
        return new ElementQuery(type, Set.of(), where, false, Sequence.CREATION_OLDEST, new Paging(0, 10));
    }

    private static Condition named(QualifiedName name) {
        return new Condition.Compare("qualifiedName", Condition.Comparison.EQUAL, new PropertyValue.Text(name.value()));
    }

    /** Returns the first folder and its files. */
    private static List<Guid> fill(EmbeddedMetadataStore store) {
        List<Guid> first = List.of();
        for (int folder = 0; folder < FOLDERS; folder++) {
            List<Change> changes = new ArrayList<>();
            changes.add(create(new TypeName("FileFolder"), folderName(folder), Optional.empty(), Optional.empty()));
            for (int file = 0; file < FILES; file++) {
                changes.add(create(
                        file == 0 ? RARE : FILE,
                        name(folder, file),
                        Optional.empty(),
                        Optional.of(new Change.ParentLink(
                                IN_FOLDER, ElementRef.to(folderName(folder)), true, ElementProperties.NONE))));
            }
            if (folder == 0) {
                changes.add(create(
                        new TypeName("TabularSchemaType"),
                        new QualifiedName("schema"),
                        Optional.of(ElementRef.to(name(0, 1))),
                        Optional.empty()));
                changes.add(new Change.Relate(
                        RARE_LINK, ElementRef.to(folderName(0)), ElementRef.to(name(0, 2)), ElementProperties.NONE));
            }
            List<Guid> made = store.apply(ANYONE, new ChangeSet(changes)).stream()
                    .map(result -> result.guid())
                    .toList();
            first = folder == 0 ? made : first;
        }
        return first;
    }

    private static Change create(
            TypeName type, QualifiedName name, Optional<ElementRef> anchor, Optional<Change.ParentLink> parent) {
        return new Change.CreateElement(
                type,
                ElementProperties.builder().text("qualifiedName", name.value()).build(),
                Map.of(),
                anchor,
                parent);
    }

    private static QualifiedName folderName(int folder) {
        return new QualifiedName("here::/data/" + folder);
    }

    private static QualifiedName name(int folder, int file) {
        return new QualifiedName(folderName(folder) + "/" + file);
    }

    static EmbeddedMetadataStore store(DataSource database) {
        return new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC()).open(SERVER);
    }

    /** As PostgreSQL does by itself after a while, and H2 as tables grow. */
    private static void analyse(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    private void write(Map<String, List<Plan>> explained) throws IOException {
        StringBuilder text = new StringBuilder();
        explained.forEach((question, plans) -> {
            text.append("## ").append(question).append("\n");
            plans.forEach(plan ->
                    text.append(plan.sql()).append("\n\n").append(plan.text()).append("\n\n"));
        });
        Path directory = Files.createDirectories(Path.of("target/query-plans"));
        Files.writeString(directory.resolve(getClass().getSimpleName() + ".txt"), text);
    }
}
