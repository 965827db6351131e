package io.openintegration.daemon.bench;

import io.openintegration.daemon.bench.soak.Figures;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import io.openintegration.daemon.store.embedded.EmbeddedMetadataStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * How long one element is looked for by its qualified name in a large store, in process and over HTTP, beside a bare select of a row by
 * its primary key on the same database.
 */
public final class FindBench {

    private static final int BATCH = 1_000;
    private static final Requester BENCH = new Requester(new UserId("bench"), Optional.empty());
    private static final ServerName STORE = new ServerName("store");

    private final Random random = new Random(1);
    private final int elements;
    private final int questions;

    private FindBench(int elements, int questions) {
        this.elements = elements;
        this.questions = questions;
    }

    /** @param arguments number of elements (1000000), questions of each kind (20000), databases (h2,postgres) */
    public static void main(String[] arguments) throws Exception {
        int elements = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int questions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000;
        String databases = arguments.length > 2 ? arguments[2] : "h2,postgres";
        for (String kind : databases.split(",", -1)) {
            try (BenchDatabase database =
                    BenchDatabase.open(kind, Path.of("target/bench").toAbsolutePath())) {
                new FindBench(elements, questions).run(kind, database.dataSource());
            }
        }
        System.exit(0);
    }

    private void run(String kind, DataSource database) throws SQLException {
        BatchStore store =
                new EmbeddedMetadataStores(database, TypeCatalogue.openMetadata(), Clock.systemUTC()).open(STORE);
        List<Guid> guids = fill(store);
        tell(kind, "bare select by primary key", select(database, guids));
        tell(kind, "find by qualified name, in process", find(store));
        try (StoreDoor door = StoreDoor.overHttp()) {
            tell(kind, "find by qualified name, over HTTP", find(door.to(STORE, store)));
        }
    }

    private void tell(String kind, String what, Figures figures) {
        System.out.printf(Locale.ROOT, "%s, %,d elements: %s: %s%n", kind, elements, what, figures);
    }

    private List<Guid> fill(MetadataStore store) {
        List<Guid> guids = new ArrayList<>();
        for (int from = 0; from < elements; from += BATCH) {
            List<Change> batch = new ArrayList<>();
            for (int number = from; number < Math.min(elements, from + BATCH); number++) {
                batch.add(element(number));
            }
            store.apply(BENCH, new ChangeSet(batch)).stream()
                    .map(ChangeResult::guid)
                    .forEach(guids::add);
        }
        return guids;
    }

    private static Change element(int number) {
        return new Change.CreateElement(
                new TypeName("CSVFile"),
                ElementProperties.builder()
                        .text("qualifiedName", name(number))
                        .text("displayName", "visits-" + number + ".csv")
                        .build(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static String name(int number) {
        return "//landing-areas.coco.org/hospital-" + number % 1_000 + "/visits-" + number + ".csv";
    }

    private Figures find(MetadataStore store) {
        ask(questions / 10, store);
        return ask(questions, store);
    }

    private Figures ask(int times, MetadataStore store) {
        Figures figures = new Figures();
        for (int question = 0; question < times; question++) {
            QualifiedName name = new QualifiedName(name(random.nextInt(elements)));
            long begin = System.nanoTime();
            int found = store.findByQualifiedNames(BENCH, Set.of(name)).size();
            figures.add((System.nanoTime() - begin) / 1e6);
            require(found);
        }
        return figures;
    }

    private Figures select(DataSource database, List<Guid> guids) throws SQLException {
        Figures figures = new Figures();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT properties, classifications FROM " + table(connection) + " WHERE guid = ?")) {
            for (int question = 0; question < questions + questions / 10; question++) {
                long begin = System.nanoTime();
                select.setObject(
                        1, UUID.fromString(guids.get(random.nextInt(elements)).value()));
                int found = 0;
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found += rows.getString(1).isEmpty() ? 0 : 1;
                    }
                }
                if (question >= questions / 10) {
                    figures.add((System.nanoTime() - begin) / 1e6);
                }
                require(found);
            }
        }
        return figures;
    }

    private static String table(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet schema = statement.executeQuery(
                        "SELECT table_schema FROM information_schema.tables WHERE LOWER(table_name) = 'element'")) {
            schema.next();
            return "\"" + schema.getString(1) + "\".element";
        }
    }

    private static void require(int found) {
        if (found != 1) {
            throw new IllegalStateException("found " + found);
        }
    }
}
