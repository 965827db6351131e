package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.TypeName;
import java.util.Arrays;
import java.util.Optional;

/**
 * The six integration services of the operator's guide, with the facts by which documents, URLs and answers know them
 * (Egeria's protocol).
 */
public enum IntegrationService {
    FILES(
            4005,
            "Files Integrator OMIS",
            "files-integrator",
            "Extract metadata about files stored in a file system or file manager.",
            PermittedSynchronization.FROM_THIRD_PARTY,
            FilesIntegratorConnector.class,
            "FileSystem"),
    SECURITY(
            4008,
            "Security Integrator OMIS",
            "security-integrator",
            "Distribute security properties to security enforcement points.",
            PermittedSynchronization.TO_THIRD_PARTY,
            SecurityIntegratorConnector.class,
            "SoftwareCapability"),
    DATABASE(
            4004,
            "Database Integrator OMIS",
            "database-integrator",
            "Extract metadata such as schema, tables and columns from database managers.",
            PermittedSynchronization.FROM_THIRD_PARTY,
            DatabaseIntegratorConnector.class,
            "DatabaseManager"),
    LINEAGE(
            4006,
            "Lineage Integrator OMIS",
            "lineage-integrator",
            "Manage capture of lineage from a third party tool.",
            PermittedSynchronization.FROM_THIRD_PARTY,
            LineageIntegratorConnector.class,
            "SoftwareCapability"),
    CATALOG(
            4000,
            "Catalog Integrator OMIS",
            "catalog-integrator",
            "Exchange metadata with third party data catalogs.",
            PermittedSynchronization.BOTH_DIRECTIONS,
            CatalogIntegratorConnector.class,
            "InventoryCatalog"),
    ORGANIZATION(
            4007,
            "Organization Integrator OMIS",
            "organization-integrator",
            "Load information about the teams and people in an organization and return collaboration activity.",
            PermittedSynchronization.FROM_THIRD_PARTY,
            OrganizationIntegratorConnector.class,
            "SoftwareCapability");

    private final int id;
    private final String fullName;
    private final String urlMarker;
    private final String description;
    private final PermittedSynchronization defaultSynchronization;
    private final Class<? extends IntegrationConnector<?>> connectorType;
    private final TypeName metadataSourceType;

    IntegrationService(
            int id,
            String fullName,
            String urlMarker,
            String description,
            PermittedSynchronization defaultSynchronization,
            Class<? extends IntegrationConnector<?>> connectorType,
            String metadataSourceType) {
        this.id = id;
        this.fullName = fullName;
        this.urlMarker = urlMarker;
        this.description = description;
        this.defaultSynchronization = defaultSynchronization;
        this.connectorType = connectorType;
        this.metadataSourceType = new TypeName(metadataSourceType);
    }

    public int id() {
        return id;
    }

    public String fullName() {
        return fullName;
    }

    /** The service's name in URLs. */
    public String urlMarker() {
        return urlMarker;
    }

    public String description() {
        return description;
    }

    /** Where the service is described for users of open metadata. */
    public String wiki() {
        return "https://odpi.github.io/services/omis/" + urlMarker + "/overview/";
    }

    /** Applies to connectors whose configuration says nothing about synchronization. */
    public PermittedSynchronization defaultSynchronization() {
        return defaultSynchronization;
    }

    /** What a connector must be to run in this service. */
    public Class<? extends IntegrationConnector<?>> connectorType() {
        return connectorType;
    }

    /** Type of the element that is made for a connector's metadata source where there is none yet. */
    public TypeName metadataSourceType() {
        return metadataSourceType;
    }

    /** Prefix of the service's own message ids, for instance {@code OMIS-FILES-INTEGRATOR}. */
    public String messagePrefix() {
        return "OMIS-" + name() + "-INTEGRATOR";
    }

    public static Optional<IntegrationService> ofUrlMarker(String marker) {
        return Arrays.stream(values())
                .filter(service -> service.urlMarker.equals(marker))
                .findFirst();
    }
}
