package io.openintegration.daemon.health;

import io.openintegration.daemon.persistence.DaemonDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Our own database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

    // looked up at each call: it cannot even be made while the database is away
    @Inject
    private Instance<DaemonDatabase> database;

    @Override
    public HealthCheckResponse call() {
        return GuardedCheck.of(
                "database", response -> response.status(database.get().answers()));
    }
}
