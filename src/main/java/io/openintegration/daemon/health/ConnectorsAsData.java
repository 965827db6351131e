package io.openintegration.daemon.health;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many connectors of each daemon are in which status, and whether this node runs them or stands by. Always up: a failed
 * connector is not the platform's failure, and a node that stands by is ready to.
 */
@Readiness
@ApplicationScoped
public class ConnectorsAsData implements HealthCheck {

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    @Override
    public HealthCheckResponse call() {
        return GuardedCheck.of("connectors", response -> {
            response.up();
            servers.active().forEach(server -> report(server, response));
        });
    }

    private void report(ServerName daemon, HealthCheckResponseBuilder response) {
        connectors
                .duty(daemon)
                .ifPresent(
                        duty -> response.withData(daemon + ".duty", duty.role().name()));
        connectors.find(daemon).ifPresent(found -> found.status().stream()
                .flatMap(service -> service.connectors().stream())
                .collect(Collectors.groupingBy(connector -> connector.state().status(), Collectors.counting()))
                .forEach((status, count) -> response.withData(daemon + "." + status, count)));
    }
}
