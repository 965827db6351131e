package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import io.openintegration.daemon.testing.ConnectorBench;
import io.openintegration.daemon.testing.RecordingSink;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A bench for connectors that describe nothing: what counts as catalogued is what the third party has. */
record PublisherBench(LineageIntegratorContext context, Supplier<Set<String>> published)
        implements ConnectorBench<LineageIntegratorContext> {

    @Override
    public Outcome refresh(IntegrationConnector<LineageIntegratorContext> connector) {
        Set<String> before = catalogued();
        connector.refresh(new RecordingSink());
        Outcome outcome = new Outcome(new TreeSet<>(catalogued()), Set.of(), new TreeSet<>(before), Set.of());
        outcome.removed().removeAll(outcome.created());
        outcome.created().removeAll(before);
        return outcome;
    }

    @Override
    public Set<String> catalogued() {
        return published.get();
    }

    /** What is published has no parts. */
    @Override
    public Set<String> elements() {
        return catalogued();
    }
}
