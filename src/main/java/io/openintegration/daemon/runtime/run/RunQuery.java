package io.openintegration.daemon.runtime.run;

import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;

/**
 * Which runs to look for.
 *
 * @param connector empty means any
 * @param outcome empty means any
 * @param limit the most to return, at least 1
 */
public record RunQuery(Optional<ConnectorName> connector, Optional<RunOutcome> outcome, int limit) {}
