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
import java.nio.file.Files;
import java.nio.file.Path;
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
            FileName fileName = new FileName(file.path().getFileName().toString());
            FileContent content = look.look(fileName, file.bytes());
            content.problem()
                    .ifPresent(problem ->
                            auditLog.log("refresh", FilesMessage.of(problem).with(file.path(), connector)));
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

    private static ElementProperties properties(FoundFile file, FileName fileName, FileContent content)
            throws IOException {
        String extension = fileName.extension();
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", fileName.value())
                .text("fileName", fileName.value())
                .text("pathName", file.path().toString())
                .text("fileType", content.kind().fileType())
                .text("fileExtension", extension.isEmpty() ? null : extension)
                .text("deployedImplementationType", content.kind().deployedImplementationType())
                .date("storeCreateTime", file.attributes().creationTime().toInstant())
                .date("storeUpdateTime", file.attributes().lastModifiedTime().toInstant())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .map("additionalProperties", additionalProperties(file, content));
        content.layout().ifPresent(layout -> properties
                .text("delimiterCharacter", String.valueOf(layout.delimiter()))
                .text("quoteCharacter", String.valueOf(layout.quote())));
        return properties.build();
    }

    private static Map<String, String> additionalProperties(FoundFile file, FileContent content) throws IOException {
        Path place = file.content();
        Map<String, String> properties = new HashMap<>();
        properties.put("size", String.valueOf(file.attributes().size()));
        properties.put("canRead", String.valueOf(Files.isReadable(place)));
        properties.put("canWrite", String.valueOf(Files.isWritable(place)));
        properties.put("canExecute", String.valueOf(Files.isExecutable(place)));
        properties.put("isSymLink", String.valueOf(file.isLink()));
        properties.put("isHidden", String.valueOf(Files.isHidden(file.path())));
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
