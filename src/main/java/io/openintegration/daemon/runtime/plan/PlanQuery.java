package io.openintegration.daemon.runtime.plan;

import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;

/**
 * Which plans to look for.
 *
 * @param connector empty means any
 * @param state empty means any
 * @param limit the most to return, at least 1
 */
public record PlanQuery(Optional<ConnectorName> connector, Optional<PlanState> state, int limit) {}
