package io.openintegration.daemon.health;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.PlatformStartup;
import io.openintegration.daemon.platform.ServerRegistry;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The start-up servers are started; one that could not be is named. One that an operator stopped later is no fault. */
@Readiness
@ApplicationScoped
public class ServersReady implements HealthCheck {

    @EJB
    private PlatformStartup startup;

    @EJB
    private ServerRegistry servers;

    @Override
    public HealthCheckResponse call() {
        return GuardedCheck.of("servers", this::report);
    }

    private void report(HealthCheckResponseBuilder response) {
        List<ServerName> active = servers.active();
        Optional<Map<ServerName, String>> failures = startup.failures();
        response.withData("active", active.stream().map(ServerName::value).collect(Collectors.joining(",")));
        List<ServerName> missing = failures.map(failed -> failed.keySet().stream()
                        .filter(server -> !active.contains(server))
                        .toList())
                .orElse(List.of());
        missing.forEach(server -> response.withData(
                server.value(), failures.map(failed -> failed.get(server)).orElse("")));
        response.status(failures.isPresent() && missing.isEmpty());
    }
}
