package io.openintegration.daemon.message;

/**
 * The server that an audit record comes from.
 *
 * @param organizationName empty where the server's document names none
 */
public record AuditOriginator(String serverName, String serverType, String organizationName) {}
