package io.openintegration.daemon.example;

import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Catalogues what a delivery note lists: a text file with one data set on each line, {@code name=description}. */
public final class DeliveryNoteMonitor implements FilesIntegratorConnector {

    private static final ItemLink LISTED = ItemLink.from("DataSetContent");
    private static final ItemLink OWNED_BY_FILE_SYSTEM = new ItemLink(
            new TypeName("CapabilityAssetUse"),
            true,
            ElementProperties.builder()
                    .choice("useType", "CapabilityAssetUseType", "OWNS")
                    .build());

    private final Connection connection;
    private volatile FilesIntegratorContext context;

    DeliveryNoteMonitor(Connection connection) {
        this.connection = connection;
    }

    @Override
    public void initialize(FilesIntegratorContext filesContext) {
        context = filesContext;
    }

    @Override
    public void start() {
        read(note());
    }

    @Override
    public void refresh(Refresh refresh) {
        Path note = note();
        List<String> lines = read(note);
        ItemDescription delivery = dataSet(note.toString(), "A delivery", OWNED_BY_FILE_SYSTEM);
        try (DescriptionScope scope = refresh.open(new ItemKey(note.toString()), delivery)) {
            for (String line : lines) {
                if (refresh.isCancelled()) {
                    throw new ConnectorException(
                            FailureOrigin.CONNECTOR, DeliveryNoteMessage.TOLD_TO_END.with(context.connectorName()));
                }
                describe(line, note, scope);
            }
            scope.complete();
        }
    }

    private void describe(String line, Path note, DescriptionScope scope) {
        String[] nameAndDescription = line.split("=", 2);
        String name = note + "::" + nameAndDescription[0];
        if (nameAndDescription.length == 2) {
            scope.add(new ItemKey(name), line, () -> dataSet(name, nameAndDescription[1], LISTED));
        } else {
            scope.unreadable(new ItemKey(name), DeliveryNoteMessage.LINE_UNREADABLE.with(nameAndDescription[0], note));
        }
    }

    @Override
    public void disconnect() {
        // nothing stays open between two calls
    }

    private ItemDescription dataSet(String name, String description, ItemLink link) {
        return new ItemDescription(
                new TypeName("DataSet"),
                new QualifiedName(context.fileSystemName() + "::" + name),
                ElementProperties.builder()
                        .text("displayName", name.substring(name.lastIndexOf(':') + 1))
                        .text("description", description)
                        .build(),
                Map.of(),
                link,
                List.of());
    }

    private Path note() {
        return connection
                .endpointAddress()
                .map(context::resolve)
                .orElseThrow(() -> new ConnectorException(
                        FailureOrigin.CONFIGURATION, DeliveryNoteMessage.NO_ADDRESS.with(context.connectorName())));
    }

    private List<String> read(Path note) {
        try {
            return Files.readAllLines(note);
        } catch (IOException unreadable) {
            throw new ConnectorException(
                    FailureOrigin.THIRD_PARTY,
                    DeliveryNoteMessage.NOTE_MISSING.with(context.connectorName(), note),
                    unreadable);
        }
    }
}
