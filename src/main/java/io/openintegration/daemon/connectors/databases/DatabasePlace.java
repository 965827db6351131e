package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.Cable;
import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import io.openintegration.daemon.connectors.databases.address.DriverCall;
import io.openintegration.daemon.connectors.databases.address.Engine;
import io.openintegration.daemon.connectors.databases.reading.CancelledException;
import io.openintegration.daemon.connectors.databases.reading.CatalogueReader;
import io.openintegration.daemon.connectors.databases.reading.JdbcCatalogue;
import io.openintegration.daemon.connectors.databases.reading.Limits;
import io.openintegration.daemon.connectors.databases.reading.MariaDbCatalogue;
import io.openintegration.daemon.connectors.databases.reading.PostgresCatalogue;
import io.openintegration.daemon.connectors.databases.reading.Session;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.DatabaseIntegratorContext;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.Reach;
import java.net.InetAddress;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The way to a database, and what can be wrong with it; says so in one line, without anything that a driver says. */
final class DatabasePlace implements Reach.Failures {

    /** Something that is read of the database. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    /** Where to log in at a server of PostgreSQL to ask for its databases: there is no way without one. */
    private static final String MAINTENANCE = "postgres";

    private final DatabaseAddress address;
    private final Connection connection;
    private final DatabasesSettings settings;
    private final DatabaseIntegratorContext context;

    DatabasePlace(
            DatabaseAddress address,
            Connection connection,
            DatabasesSettings settings,
            DatabaseIntegratorContext context) {
        this.address = address;
        this.connection = connection;
        this.settings = settings;
        this.context = context;
    }

    DatabaseAddress address() {
        return address;
    }

    /** Whether the address names a server, whose databases are all asked for. */
    boolean isServer() {
        return address.database().isEmpty();
    }

    /** The same server, another database. */
    DatabasePlace of(String database) {
        return new DatabasePlace(address.withDatabase(database), connection, settings, context);
    }

    /**
     * Logs in.
     *
     * @param cancelled asked while rows are read
     * @throws ConnectorException says why that is not possible
     */
    Session open(BooleanSupplier cancelled) {
        Cable cable = new Cable(limits().answer());
        try {
            java.sql.Connection made = Login.within(
                    settings.connectTimeout().multipliedBy(2),
                    context.threads(),
                    () -> cable.during(() -> connect(resolved())));
            if (made == null) {
                throw driverMissing();
            }
            limitWaiting(made);
            return new Session(made, cable, limits(), cancelled, context.clock());
        } catch (SQLException failure) {
            cable.cut();
            Optional<String> unencrypted = EncryptionFailure.of(address, failure);
            if (unencrypted.isPresent()) {
                throw new ConnectorException(
                        FailureOrigin.CONFIGURATION,
                        DatabaseMessage.NOT_TO_BE_ENCRYPTED.with(shown(), context.connectorName(), unencrypted.get()),
                        failure);
            }
            throw failed(failure, settings.connectTimeout().multipliedBy(2).toSeconds());
        } catch (InterruptedException told) {
            cable.cut();
            Thread.currentThread().interrupt();
            throw ended(told);
        }
    }

    /** Drivers that are known have been told; of others some cannot be told at all, and are ended by an interrupt alone. */
    private void limitWaiting(java.sql.Connection made) throws SQLException {
        if (address.engine() == Engine.OTHER) {
            try {
                made.setNetworkTimeout(Runnable::run, (int) answerTimeout().toMillis());
            } catch (SQLFeatureNotSupportedException notOffered) {
                context.auditLog()
                        .log("start", DatabaseMessage.WAITS_WITHOUT_LIMIT.with(context.connectorName(), shown()));
            }
        }
    }

    /** A query that takes too long is called off by the database itself, which says so a little later: that is no silence. */
    private Duration answerTimeout() {
        return settings.queryTimeout().plus(settings.connectTimeout());
    }

    private Limits limits() {
        return Limits.usual(settings.queryTimeout(), answerTimeout(), settings.maximumTables());
    }

    private java.sql.Connection connect(List<List<InetAddress>> resolved) throws SQLException {
        DatabaseAddress target =
                address.engine() == Engine.POSTGRESQL && isServer() ? address.withDatabase(MAINTENANCE) : address;
        DriverCall call = DriverCall.to(target, resolved, file(), settings.connectTimeout(), answerTimeout());
        Driver driver = context.drivers().accepting(call.url()).orElseThrow(this::driverMissing);
        return driver.connect(call.url(), call.with(connection.userId(), connection.clearPassword()));
    }

    private Optional<String> file() {
        return address.place() == DatabaseAddress.Place.FILE
                ? address.database().map(context::resolve).map(Object::toString)
                : Optional.empty();
    }

    private List<List<InetAddress>> resolved() {
        return address.hosts().stream().map(reach()::addresses).toList();
    }

    /** Whether its hosts can be connected to: {@code DATABASE-INTEGRATION-CONNECTORS-503-001} where not, {@code -400-004} where refused. */
    Reach reach() {
        return new Reach(context.connectionPolicy(), settings.connectTimeout(), this);
    }

    @Override
    public ConnectorException refused(InetAddress refused) {
        return new ConnectorException(
                FailureOrigin.CONFIGURATION,
                DatabaseMessage.NETWORK_REFUSED.with(shown(), context.connectorName(), refused.getHostAddress()));
    }

    @Override
    public ConnectorException unavailable(String detail, Throwable cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                DatabaseMessage.UNREACHABLE.with(shown(), context.connectorName(), detail),
                cause);
    }

    CatalogueReader reader(Session session) {
        return switch (address.engine()) {
            case POSTGRESQL -> new PostgresCatalogue(session);
            case MARIADB -> new MariaDbCatalogue(session);
            case H2 -> JdbcCatalogue.ofH2(session);
            case OTHER -> JdbcCatalogue.ofAnyEngine(session);
        };
    }

    /** @throws ConnectorException says why it could not be read, or that whoever reads was told to end */
    <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException failure) {
            throw failed(failure);
        } catch (CancelledException told) {
            throw ended(told);
        }
    }

    /** What to throw where it could not be read. */
    ConnectorException failed(SQLException failure) {
        return failed(failure, settings.queryTimeout().toSeconds());
    }

    private ConnectorException failed(SQLException failure, long limit) {
        SqlFailure meaning = SqlFailure.of(failure);
        return new ConnectorException(
                meaning.origin(),
                meaning.message()
                        .with(
                                shown(),
                                context.connectorName(),
                                meaning.message() == DatabaseMessage.TIMED_OUT ? limit : meaning.detail()),
                failure);
    }

    /** What to throw where the refresh was told to end. */
    ConnectorException ended(Exception cause) {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY, DatabaseMessage.REFRESH_ENDED.with(shown(), context.connectorName()), cause);
    }

    /** What to throw where the refresh was told to end while nothing was read. */
    ConnectorException ended() {
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY, DatabaseMessage.REFRESH_ENDED.with(shown(), context.connectorName()));
    }

    private ConnectorException driverMissing() {
        return new ConnectorException(
                FailureOrigin.CONFIGURATION, DatabaseMessage.DRIVER_MISSING.with(shown(), context.connectorName()));
    }

    /** For people; never blank. */
    String account() {
        return connection.userId().filter(name -> !name.isBlank()).orElse("no account");
    }

    /** For people: the address without its properties. */
    String shown() {
        return address.shown();
    }
}
