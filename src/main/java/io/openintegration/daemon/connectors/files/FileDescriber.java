package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.HashMap;
import java.util.Map;

/** Puts files into the words of open metadata. Looks into a file only where its columns are wanted. */
final class FileDescriber {

    private static final ItemLink IN_FOLDER = ItemLink.from("NestedFile");
    private static final TypeName ENCODING = new TypeName("DataAssetEncoding");

    private final FolderDescriber folders;
    private final ConnectorName connector;
    private final AuditLog auditLog;

    FileDescriber(FolderDescriber folders, ConnectorName connector, AuditLog auditLog) {
        this.folders = folders;
        this.connector = connector;
        this.auditLog = auditLog;
    }

    /**
     * @throws UncheckedIOException where the file could not be read; its cause is
     *     {@link java.nio.file.NoSuchFileException} where it is gone
     */
    ItemDescription describe(FoundFile file) {
        try {
            String fileName = file.name();
            FileKind kind = FileKinds.ofExtension(FileKinds.extension(fileName));
            CsvHeader header = kind.isDelimitedText() ? header(file) : CsvHeader.NONE;
            QualifiedName name = folders.nameOf(file.path());
            return new ItemDescription(
                    kind.type(),
                    name,
                    properties(file, fileName, kind, header),
                    classifications(header),
                    IN_FOLDER,
                    CsvSchema.of(name, fileName, header.columns()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CsvHeader header(FoundFile file) throws IOException {
        String extension = FileKinds.extension(file.name());
        CsvHeader header = header(CsvHeaderReader.forExtension(extension), file.bytes());
        header.problem()
                .ifPresent(problem -> auditLog.log("refresh", problem.with(folders.addressOf(file.path()), connector)));
        return header;
    }

    private static CsvHeader header(CsvHeaderReader reader, FileBytes bytes) throws IOException {
        try {
            return reader.read(bytes);
        } catch (AccessDeniedException notPermitted) {
            return CsvHeader.unusable(FilesMessage.HEADER_NOT_READABLE);
        }
    }

    private ElementProperties properties(FoundFile file, String fileName, FileKind kind, CsvHeader header)
            throws IOException {
        String extension = FileKinds.extension(fileName);
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", fileName)
                .text("fileName", fileName)
                .text("pathName", folders.addressOf(file.path()))
                .text("fileType", kind.fileType())
                .text("fileExtension", extension.isEmpty() ? null : extension)
                .text("deployedImplementationType", kind.deployedImplementationType())
                .date("storeCreateTime", file.created().toInstant())
                .date("storeUpdateTime", file.lastChange().toInstant())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .map("additionalProperties", additionalProperties(file));
        header.delimiter().ifPresent(delimiter -> properties
                .text("delimiterCharacter", String.valueOf(delimiter))
                .text("quoteCharacter", String.valueOf(CsvHeader.QUOTE)));
        return properties.build();
    }

    private static Map<String, String> additionalProperties(FoundFile file) throws IOException {
        Map<String, String> properties = new HashMap<>(file.facts());
        properties.put("size", String.valueOf(file.size()));
        properties.put("isSymLink", String.valueOf(file.isLink()));
        return properties;
    }

    private static Map<TypeName, ElementProperties> classifications(CsvHeader header) {
        return header.encoding()
                .map(encoding -> Map.of(
                        ENCODING,
                        ElementProperties.builder()
                                .text("encodingType", encoding)
                                .build()))
                .orElse(Map.of());
    }
}
