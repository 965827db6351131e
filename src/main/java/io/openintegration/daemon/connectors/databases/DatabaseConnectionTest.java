package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import io.openintegration.daemon.connectors.databases.address.Engine;
import io.openintegration.daemon.connectors.databases.reading.CatalogueReader;
import io.openintegration.daemon.connectors.databases.reading.DatabaseEntry;
import io.openintegration.daemon.connectors.databases.reading.Schema;
import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.connectors.databases.reading.Table;
import io.openintegration.daemon.connectors.databases.reading.TableReceiver;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectionTestSteps;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Tries in steps whether a database, or a server, can be catalogued. Drivers encrypt while they log in: whether they did is known
 * afterwards, and told before; where logging in failed, it is not known.
 */
final class DatabaseConnectionTest implements ConnectionTest {

    private final DatabasePlace place;
    private final DatabasesSettings settings;
    private final DatabaseIntegratorContext context;
    private final OpenSessions sessions;

    DatabaseConnectionTest(
            DatabasePlace place, DatabasesSettings settings, DatabaseIntegratorContext context, OpenSessions sessions) {
        this.place = place;
        this.settings = settings;
        this.context = context;
        this.sessions = sessions;
    }

    @Override
    public void run(Consumer<ConnectionTestStep> told) {
        ConnectionTestSteps steps = new ConnectionTestSteps(place.shown(), context.clock(), told);
        // made of the configuration, or else there would be no connector to ask
        steps.take(Kind.CONFIGURATION, place.shown(), () -> {});
        InterruptWatch watch = InterruptWatch.begin(context.threads(), sessions);
        try {
            if (reaches(steps)) {
                logIn(steps);
            } else {
                steps.skip(Kind.TLS, Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ);
            }
        } finally {
            watch.end();
        }
    }

    /** A database in this process has no host. */
    private boolean reaches(ConnectionTestSteps steps) {
        if (place.address().hosts().isEmpty()) {
            steps.skip(Kind.RESOLVE, Kind.CONNECT);
            return true;
        }
        return place.reach().tryInSteps(steps, place.address().hosts());
    }

    private void logIn(ConnectionTestSteps steps) {
        AtomicReference<Session> opened = new AtomicReference<>();
        ConnectionTestStep login = steps.taken(Kind.LOG_IN, place.account(), () -> {
            opened.set(sessions.add(place.open(Thread.currentThread()::isInterrupted)));
            return Result.PASSED;
        });
        Optional<Message> unencrypted =
                login.message().filter(reason -> reason.definition() == DatabaseMessage.NOT_TO_BE_ENCRYPTED);
        if (unencrypted.isPresent()) {
            steps.take(Kind.TLS, place.shown(), () -> Result.failed(unencrypted.get()));
            steps.skip(Kind.LOG_IN, Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        if (login.outcome() == Outcome.FAILED) {
            steps.skip(Kind.TLS);
            steps.tell(login);
            steps.skip(Kind.RIGHT, Kind.SAMPLE_READ);
            return;
        }
        try {
            CatalogueReader reader = place.reader(opened.get());
            steps.take(Kind.TLS, place.shown(), () -> place.read(() -> encryption(reader)));
            steps.tell(login);
            if (place.isServer()) {
                tryServer(steps, reader);
            } else {
                tryDatabase(steps, reader);
            }
        } finally {
            sessions.close(opened.get());
        }
    }

    private Result encryption(CatalogueReader reader) throws SQLException {
        if (place.address().place() == DatabaseAddress.Place.ENCRYPTED_SERVER) {
            return Result.PASSED;
        }
        Optional<Boolean> encrypted = reader.isEncrypted();
        if (encrypted.isEmpty()) {
            return Result.SKIPPED;
        }
        return encrypted.get()
                ? Result.PASSED
                : Result.warning(DatabaseMessage.NOT_ENCRYPTED.with(context.connectorName(), place.shown()));
    }

    /** Each database that is asked for; the first that can be used is the sample. */
    private void tryServer(ConnectionTestSteps steps, CatalogueReader reader) {
        List<DatabaseEntry> databases = new ArrayList<>();
        boolean listed =
                steps.take(Kind.RIGHT, "databases of " + place.shown(), () -> place.read(reader::databases).stream()
                        .filter(database -> settings.databases().takes(database.name()))
                        .forEach(databases::add));
        if (!listed) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        for (DatabaseEntry database : databases) {
            steps.take(
                    Kind.RIGHT,
                    "database " + database.name(),
                    () -> database.readable()
                            ? Result.PASSED
                            : Result.warning(DatabaseMessage.DATABASE_NOT_PERMITTED.with(
                                    database.name(), context.connectorName())));
        }
        Optional<DatabaseEntry> sample =
                databases.stream().filter(DatabaseEntry::readable).findFirst();
        if (sample.isEmpty()) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        DatabasePlace here = place.of(sample.get().name());
        AtomicReference<Session> opened = new AtomicReference<>();
        boolean entered = steps.take(
                Kind.LOG_IN,
                place.account() + " at " + sample.get().name(),
                () -> opened.set(sessions.add(here.open(Thread.currentThread()::isInterrupted))));
        if (!entered) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        try {
            tryDatabase(steps, here.reader(opened.get()));
        } finally {
            sessions.close(opened.get());
        }
    }

    private void tryDatabase(ConnectionTestSteps steps, CatalogueReader reader) {
        List<Schema> schemas = new ArrayList<>();
        boolean listed = steps.take(
                Kind.RIGHT,
                "schemas",
                () -> place.read(() -> {
                    reader.schemas().stream()
                            .filter(schema ->
                                    schema.name().map(settings.schemas()::takes).orElse(true))
                            .forEach(schemas::add);
                    return reader.seesAll()
                            ? Result.PASSED
                            : Result.warning(
                                    DatabaseMessage.NOT_ALL_SEEN.with(reader.database(), context.connectorName()));
                }));
        if (!listed) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        if (place.address().engine() == Engine.MARIADB) {
            steps.take(
                    Kind.RIGHT,
                    "queries of views",
                    () -> place.read(() -> reader.seesQueriesOfViews()
                            ? Result.PASSED
                            : Result.warning(
                                    DatabaseMessage.VIEWS_NOT_SHOWN.with(reader.database(), context.connectorName()))));
        }
        for (Schema schema : schemas) {
            schema.name()
                    .ifPresent(name -> steps.take(
                            Kind.RIGHT,
                            "schema " + name,
                            () -> schema.readable()
                                    ? Result.PASSED
                                    : Result.warning(
                                            DatabaseMessage.SCHEMA_NOT_PERMITTED.with(name, context.connectorName()))));
        }
        Optional<Schema> sample = schemas.stream().filter(Schema::readable).findFirst();
        if (sample.isEmpty()) {
            steps.skip(Kind.SAMPLE_READ);
            return;
        }
        steps.take(
                Kind.SAMPLE_READ,
                sample.get().name().map(name -> "schema " + name).orElse("tables"),
                () -> place.read(() -> {
                    reader.tables(sample.get(), new FirstTable());
                    return Result.PASSED;
                }));
    }

    /** Has one table read, and keeps nothing of it. */
    private static final class FirstTable implements TableReceiver {

        private boolean found;

        @Override
        public boolean wants(String table) {
            boolean first = !found;
            found = true;
            return first;
        }

        @Override
        public void take(Table table) {
            // that it could be read is all that is asked
        }

        @Override
        public void refuse(String table) {
            // so it could be, if only to be refused
        }
    }
}
