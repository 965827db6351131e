package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.util.Set;

/**
 * A user as others may see it.
 *
 * @param roles as they were given, without those that they include
 * @param version changes with every change of the user, its password included
 */
public record UserAccount(UserId id, Set<Role> roles, String version) {}
