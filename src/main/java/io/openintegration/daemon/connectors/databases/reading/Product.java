package io.openintegration.daemon.connectors.databases.reading;

/** What answers: {@code PostgreSQL}, {@code 15.19}. */
public record Product(String name, String version) {}
