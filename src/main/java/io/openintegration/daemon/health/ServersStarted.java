package io.openintegration.daemon.health;

import io.openintegration.daemon.platform.PlatformStartup;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** All start-up servers were tried. */
@Startup
@ApplicationScoped
public class ServersStarted implements HealthCheck {

    @EJB
    private PlatformStartup startup;

    @Override
    public HealthCheckResponse call() {
        return GuardedCheck.of(
                "start-up servers",
                response -> response.status(startup.failures().isPresent()));
    }
}
