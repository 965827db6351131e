package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileContent;
import io.openintegration.daemon.connectors.files.content.FileLook;
import io.openintegration.daemon.connectors.files.content.FileName;
import io.openintegration.daemon.connectors.files.content.TableLayout;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** Puts files into the words of open metadata. */
final class FileDescriber {

    private static final ItemLink IN_FOLDER = ItemLink.from("NestedFile");
    private static final TypeName ENCODING = new TypeName("DataAssetEncoding");

    private final FolderDescriber folders;
    private final FileLook look;
    private final ConnectorName connector;
    private final AuditLog auditLog;

    FileDescriber(FolderDescriber folders, FileLook look, ConnectorName connector, AuditLog auditLog) {
        this.folders = folders;
        this.look = look;
        this.connector = connector;
        this.auditLog = auditLog;
    }

    /** Changes whenever the description may change; costs no look at the file. */
    String stamp(FoundFile file) {
        return file.stamp() + look.stamp();
    }

    /**
     * @throws UncheckedIOException where the file could not be read; its cause is
     *     {@link java.nio.file.NoSuchFileException} where it is gone
     */
    ItemDescription describe(FoundFile file) {
        try {
            FileName fileName = new FileName(file.name());
            FileContent content = look.look(fileName, file.bytes());
            content.problem()
                    .ifPresent(problem -> auditLog.log(
                            "refresh", FilesMessage.of(problem).with(folders.addressOf(file.path()), connector)));
            QualifiedName name = folders.nameOf(file.path());
            return new ItemDescription(
                    content.kind().type(),
                    name,
                    properties(file, fileName, content),
                    classifications(content),
                    IN_FOLDER,
                    FileSchema.of(name, fileName.value(), content.fields()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ElementProperties properties(FoundFile file, FileName fileName, FileContent content) throws IOException {
        String extension = fileName.extension();
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", fileName.value())
                .text("fileName", fileName.value())
                .text("pathName", folders.addressOf(file.path()))
                .text("fileType", content.kind().fileType())
                .text("fileExtension", extension.isEmpty() ? null : extension)
                .text("deployedImplementationType", content.kind().deployedImplementationType())
                .date("storeCreateTime", file.created().toInstant())
                .date("storeUpdateTime", file.lastChange().toInstant())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .map("additionalProperties", additionalProperties(file, content));
        content.layout().ifPresent(layout -> properties
                .text("delimiterCharacter", String.valueOf(layout.delimiter()))
                .text("quoteCharacter", String.valueOf(layout.quote())));
        return properties.build();
    }

    private static Map<String, String> additionalProperties(FoundFile file, FileContent content) throws IOException {
        Map<String, String> properties = new HashMap<>(file.facts());
        properties.put("size", String.valueOf(file.size()));
        properties.put("isSymLink", String.valueOf(file.isLink()));
        if (!content.layout().map(TableLayout::header).orElse(true)) {
            properties.put("hasHeader", "false");
        }
        return properties;
    }

    private static Map<TypeName, ElementProperties> classifications(FileContent content) {
        return content.encoding()
                .map(encoding -> Map.of(
                        ENCODING,
                        ElementProperties.builder()
                                .text("encodingType", encoding)
                                .build()))
                .orElse(Map.of());
    }
}
