package io.openintegration.daemon.message;

/**
 * The part of the product that reports an audit record.
 *
 * @param id number of the component, stable
 * @param name short name shown to operators
 * @param description what the component does
 */
public record AuditComponent(int id, String name, String description) {}
