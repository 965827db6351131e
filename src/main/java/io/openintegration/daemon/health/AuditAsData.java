package io.openintegration.daemon.health;

import io.openintegration.daemon.audit.AuditConsumption;
import io.openintegration.daemon.audit.AuditDelivery;
import io.openintegration.daemon.platform.AuditService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** How the delivery and the filing of audit records are going. Always up: the platform works without them for a while. */
@Readiness
@ApplicationScoped
public class AuditAsData implements HealthCheck {

    @EJB
    private AuditService auditService;

    @Inject
    private AuditConsumption consumption;

    @Override
    public HealthCheckResponse call() {
        return GuardedCheck.of("audit log", this::report);
    }

    private void report(HealthCheckResponseBuilder response) {
        response.up();
        auditService.deliveries().forEach(delivery -> report(delivery, response));
        AuditConsumption.Facts facts = consumption.facts();
        response.withData("consumer.filed", facts.filed()).withData("consumer.unreadable", facts.unreadable());
        facts.lastFiled().ifPresent(time -> response.withData("consumer.lastFiled", time.toString()));
        facts.failingSince().ifPresent(time -> response.withData("consumer.failingSince", time.toString()));
    }

    private static void report(AuditDelivery delivery, HealthCheckResponseBuilder response) {
        String name = delivery.destination();
        response.withData(name + ".backlog", delivery.backlog()).withData(name + ".dropped", delivery.dropped());
        delivery.failingSince().ifPresent(time -> response.withData(name + ".failingSince", time.toString()));
    }
}
