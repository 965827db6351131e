package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.LookLimits;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What the monitors of a directory have in common: they check it at the start and at each refresh, then describe it.
 *
 * <p>{@link #start} and {@link #refresh} throw {@link ConnectorException} where the directory is not configured
 * ({@code BASIC-FILES-INTEGRATION-CONNECTORS-400-001}), missing ({@code -404-001}), not a directory ({@code -400-002})
 * or not readable ({@code -400-003}); {@code refresh} also where it could not be listed to its end ({@code -500-002})
 * or was told to end ({@code -503-001}). What is catalogued then stays as it is.
 */
abstract class DirectoryMonitor implements FilesIntegratorConnector {

    private final Connection connection;
    private final LandingPlace.Kind places;
    private final FilesSettings settings;
    private volatile FilesIntegratorContext context;
    private volatile Watching watching;
    private volatile SpecialFiles specialFiles;
    private volatile boolean monitoring;

    /** @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-021} where properties are wrong */
    DirectoryMonitor(Connection connection, LandingPlace.Kind places) {
        this.connection = connection;
        this.places = places;
        this.settings = FilesSettings.of(connection);
    }

    @Override
    public final void initialize(FilesIntegratorContext filesContext) {
        context = filesContext;
        watching = new Watching(settings.watched(), filesContext);
        specialFiles = new SpecialFiles(filesContext.connectorName(), filesContext.auditLog());
    }

    @Override
    public final void start() {
        LandingPlace place = places.of(connection, context);
        try (LandingArea area = place.open()) {
            monitoring = true;
            context.auditLog()
                    .log(
                            "start",
                            FilesMessage.MONITORING.with(
                                    context.connectorName(), place.address(), area.addressOf(area.root())));
            area.remark().ifPresent(remark -> context.auditLog().log("start", remark));
            watching.ensure(place);
        } catch (IOException failure) {
            throw place.listingFailed(failure);
        }
    }

    @Override
    public final void refresh(Refresh refresh) {
        LandingPlace place = places.of(connection, context);
        boolean seen = false;
        try (LandingArea area = place.open();
                SpecialFiles.Look special = specialFiles.look()) {
            watching.ensure(place);
            FolderDescriber folders =
                    new FolderDescriber(connection.property("fileSystemName").orElseGet(area::fileSystemName), area);
            FolderReader reader =
                    new FolderReader(area, settings.selection(), context.connectorName(), refresh, special);
            Optional<SortedSet<String>> changed = watching.takeChanged(refresh);
            if (changed.isPresent()) {
                describeChanges(changed.get(), reader, folders, refresh);
            } else {
                describe(reader, folders, refresh);
                special.wasEverywhere();
            }
            seen = true;
        } catch (IOException failure) {
            throw place.listingFailed(failure);
        } finally {
            if (!seen) {
                watching.notSeen();
            }
        }
    }

    /** Opens the monitored folder, lists it as far as the first file, and reads of that one a byte. */
    @Override
    public final Optional<ConnectionTest> connectionTest() {
        LandingPlace place = places.of(connection, context);
        return Optional.of(told -> new LandingTrial(place, settings.selection(), context, told).run());
    }

    @Override
    public final void disconnect() {
        watching.close();
        if (monitoring) {
            context.auditLog().log("disconnect", FilesMessage.STOPPED.with(context.connectorName()));
        }
    }

    final FilesIntegratorContext context() {
        return context;
    }

    final Watching watching() {
        return watching;
    }

    final LookLimits limits() {
        return settings.limits();
    }

    /**
     * Describes the directory.
     *
     * @throws IOException where it cannot be listed to its end
     */
    abstract void describe(FolderReader reader, FolderDescriber folders, Refresh refresh) throws IOException;

    /**
     * Describes what has become of some folders.
     *
     * @param changed paths of these folders, each after those around it; some may be gone
     * @throws IOException where the directory itself cannot be listed to its end
     */
    void describeChanges(SortedSet<String> changed, FolderReader reader, FolderDescriber folders, Refresh refresh)
            throws IOException {
        describe(reader, folders, refresh);
    }
}
