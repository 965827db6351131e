package io.openintegration.daemon.access.token;

import io.openintegration.daemon.metadata.UserId;
import java.time.Instant;

/**
 * What may be known of an API key: everything but the key itself.
 *
 * @param id unique on this platform, and no secret
 * @param name what the key is for, in the words of who made it
 */
public record ApiKey(String id, UserId user, String name, Instant made, Instant expires) {}
