package io.openintegration.daemon.message;

/** An exception as it is kept in the audit log: text only, so that a record can be read anywhere. */
public record AuditedException(String className, String message, String stackTrace) {}
