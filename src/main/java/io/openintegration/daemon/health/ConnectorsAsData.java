package io.openintegration.daemon.health;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.ConnectorReport;
import io.openintegration.daemon.runtime.ConnectorState;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * How many connectors of each daemon are in which status, degraded, stuck, and whether this node runs them or stands by. Always
 * up: a failed connector is not the platform's failure, and a node that stands by is ready to.
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
        connectors.find(daemon).ifPresent(found -> {
            List<ConnectorState> states = found.status().stream()
                    .flatMap(service -> service.connectors().stream())
                    .map(ConnectorReport::state)
                    .toList();
            states.stream()
                    .collect(Collectors.groupingBy(ConnectorState::status, Collectors.counting()))
                    .forEach((status, count) -> response.withData(daemon + "." + status, count));
            response.withData(daemon + ".degraded", count(states, ConnectorState::isDegraded));
            response.withData(
                    daemon + ".stuck", count(states, state -> state.stuck().isPresent()));
        });
    }

    private static long count(List<ConnectorState> states, Predicate<ConnectorState> which) {
        return states.stream().filter(which).count();
    }
}
