package io.openintegration.daemon.health;

import java.util.function.Consumer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * A check that answers whatever happens: one that throws is left out of the answer by Open Liberty, which then calls the
 * platform ready.
 */
final class GuardedCheck {

    private GuardedCheck() {}

    /** @param check fills in the answer; what it throws makes it DOWN */
    static HealthCheckResponse of(String name, Consumer<HealthCheckResponseBuilder> check) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named(name);
        try {
            check.accept(response);
            return response.build();
        } catch (RuntimeException e) {
            return HealthCheckResponse.named(name)
                    .down()
                    .withData("failure", e.getClass().getSimpleName())
                    .build();
        }
    }
}
