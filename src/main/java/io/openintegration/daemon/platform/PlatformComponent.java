package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditComponent;

/** The components that report to audit logs. */
public enum PlatformComponent {
    PLATFORM(1, "Integration Daemon Platform", "Runs named servers and answers their requests"),
    DAEMON(2, "Integration Daemon Services", "Hosts integration connectors"),
    STORE(3, "Metadata Access Store", "Keeps open metadata and answers queries for it");

    private final AuditComponent component;

    PlatformComponent(int id, String name, String description) {
        this.component = new AuditComponent(id, name, description);
    }

    public AuditComponent component() {
        return component;
    }
}
