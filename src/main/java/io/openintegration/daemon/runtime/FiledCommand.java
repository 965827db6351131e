package io.openintegration.daemon.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A command on the {@link CommandDesk}.
 *
 * @param placed when it was placed, by the desk's clock
 * @param age how long ago that was
 */
public record FiledCommand(Command command, Instant placed, Duration age, Optional<CommandAnswer> answer) {}
