package io.openintegration.daemon.rest.admin;

import io.openintegration.daemon.configuration.ConfigurationMessage;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.spi.IntegrationService;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Integration services as URLs name them. */
final class ServiceMarker {

    private ServiceMarker() {}

    /** @throws RejectedRequestException {@code INTEGRATION-DAEMON-SERVICES-400-010} where no service has this marker */
    static IntegrationService service(String marker) {
        return IntegrationService.ofUrlMarker(marker)
                .orElseThrow(() -> new RejectedRequestException(ConfigurationMessage.UNKNOWN_SERVICE.with(
                        marker,
                        Arrays.stream(IntegrationService.values())
                                .map(IntegrationService::urlMarker)
                                .collect(Collectors.joining(", ")))));
    }
}
