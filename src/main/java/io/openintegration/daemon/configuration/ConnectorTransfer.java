package io.openintegration.daemon.configuration;

import io.openintegration.daemon.spi.ConnectorName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one connector over from the services of one configuration into those of another. */
record ConnectorTransfer(ConnectorName connector) {

    List<IntegrationServiceConfiguration> between(
            List<IntegrationServiceConfiguration> from, List<IntegrationServiceConfiguration> to) {
        for (IntegrationServiceConfiguration source : from) {
            Optional<ConnectorConfiguration> found = source.find(connector);
            if (found.isPresent()) {
                return with(found.get(), source, to);
            }
        }
        return to.stream().map(this::without).toList();
    }

    private List<IntegrationServiceConfiguration> with(
            ConnectorConfiguration configuration,
            IntegrationServiceConfiguration source,
            List<IntegrationServiceConfiguration> to) {
        List<IntegrationServiceConfiguration> services = new ArrayList<>(to);
        Optional<IntegrationServiceConfiguration> present =
                to.stream().filter(source::isSamePlaceAs).reduce(this::rather);
        IntegrationServiceConfiguration place = present.orElseGet(() -> source.with(List.of()));
        if (present.isEmpty()) {
            services.add(place);
        }
        int index = services.indexOf(place);
        services.replaceAll(this::without);
        services.set(index, with(configuration, place));
        return services;
    }

    /** A document may name a service more than once: the connector stays in the section that it is in. */
    private IntegrationServiceConfiguration rather(
            IntegrationServiceConfiguration one, IntegrationServiceConfiguration other) {
        return one.find(connector).isEmpty() && other.find(connector).isPresent() ? other : one;
    }

    private IntegrationServiceConfiguration with(
            ConnectorConfiguration configuration, IntegrationServiceConfiguration place) {
        List<ConnectorConfiguration> connectors = new ArrayList<>(place.connectors());
        connectors.replaceAll(present -> present.name().equals(connector) ? configuration : present);
        if (place.find(connector).isEmpty()) {
            connectors.add(configuration);
        }
        return place.with(connectors);
    }

    private IntegrationServiceConfiguration without(IntegrationServiceConfiguration service) {
        return service.with(service.connectors().stream()
                .filter(present -> !present.name().equals(connector))
                .toList());
    }
}
