package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.testing.SettableClock;
import io.openintegration.daemon.testing.SwitchableDataSource;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Nodes that want the lease of one daemon. */
final class LeaseBench {

    static final ServerName DAEMON = new ServerName("integration-daemon");

    /** So long that no lease ends by itself while a test runs. */
    static final Duration DURATION = Duration.ofMinutes(5);

    private final DataSource shared;

    LeaseBench(DataSource shared) {
        this.shared = shared;
    }

    /** A node, with a clock and a way to the database of its own. */
    static final class Contender {

        final SettableClock clock = new SettableClock();
        final SwitchableDataSource way;
        final DaemonDatabase database;
        final DaemonDatabase guarded;
        final JdbiLease lease;

        private Contender(String name, ServerName daemon, DataSource shared) {
            way = new SwitchableDataSource(shared);
            database = new DaemonDatabase(way);
            lease = new JdbiLease(database, daemon, name, DURATION, clock, clock);
            guarded = database.guardedBy(lease.guard());
        }

        /** The right time by nobody's clock. */
        Contender thinksItIs(String time) {
            clock.set(Instant.parse(time));
            return this;
        }
    }

    Contender node(String name) {
        return node(name, DAEMON);
    }

    Contender node(String name, ServerName daemon) {
        return new Contender(name, daemon, shared);
    }

    /** By the database's clock, the time of whoever has the lease is over. */
    void expire() {
        database()
                .call(
                        "expire",
                        handle -> handle.execute(
                                "UPDATE \"daemon\".daemon_lease SET held_until = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"));
    }

    /** How often the lease has changed hands. */
    long term() {
        return database().call("term", handle -> handle.select("SELECT term FROM \"daemon\".daemon_lease")
                .mapTo(Long.class)
                .one());
    }

    private DaemonDatabase database() {
        return new DaemonDatabase(shared);
    }
}
