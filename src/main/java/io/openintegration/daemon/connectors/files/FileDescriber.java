package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.connectors.files.content.FileContent;
import io.openintegration.daemon.connectors.files.content.FileKind;
import io.openintegration.daemon.connectors.files.content.FileLook;
import io.openintegration.daemon.connectors.files.content.FileName;
import io.openintegration.daemon.connectors.files.content.Proof;
import io.openintegration.daemon.connectors.files.content.TableLayout;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Certainty;
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
import java.util.Optional;

/** Puts files into the words of open metadata. */
final class FileDescriber {

    private static final ItemLink IN_FOLDER = ItemLink.from("NestedFile");
    private static final TypeName ENCODING = new TypeName("DataAssetEncoding");

    private final FolderDescriber folders;
    private final FileLook look;
    private final ConnectorName connector;
    private final FileRemarks remarks;

    FileDescriber(FolderDescriber folders, FileLook look, ConnectorName connector, FileRemarks remarks) {
        this.folders = folders;
        this.look = look;
        this.connector = connector;
        this.remarks = remarks;
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
            return described(file, fileName, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private ItemDescription described(FoundFile file, FileName fileName, FileContent content) throws IOException {
        QualifiedName name = folders.nameOf(file.path());
        ElementProperties listed = listed(file, fileName, content);
        ElementProperties ofKind = ofKind(content.kind());
        ItemDescription item = new ItemDescription(
                content.kind().type(),
                name,
                listed.mergedWith(ofKind).mergedWith(layout(content)),
                classifications(content),
                IN_FOLDER,
                FileSchema.of(name, fileName.value(), content.fields()));
        Optional<Message> problem =
                content.problem().map(any -> FilesMessage.of(any).with(folders.addressOf(file.path()), connector));
        if (content.proof() == Proof.ALL) {
            problem.ifPresent(remarks::add);
            return item;
        }
        boolean kind = content.proof() == Proof.KIND;
        return item.with(new Certainty(kind, kind ? listed.mergedWith(ofKind) : listed, problem));
    }

    /** What the listing of its folder, and its name, tell. */
    private ElementProperties listed(FoundFile file, FileName fileName, FileContent content) throws IOException {
        String extension = fileName.extension();
        return ElementProperties.builder()
                .text("displayName", fileName.value())
                .text("fileName", fileName.value())
                .text("pathName", folders.addressOf(file.path()))
                .text("fileExtension", extension.isEmpty() ? null : extension)
                .date("storeCreateTime", file.created().toInstant())
                .date("storeUpdateTime", file.lastChange().toInstant())
                .choice("contentStatus", "ContentStatus", "ACTIVE")
                .map("additionalProperties", additionalProperties(file, content))
                .build();
    }

    private static ElementProperties ofKind(FileKind kind) {
        return ElementProperties.builder()
                .text("fileType", kind.fileType())
                .text("deployedImplementationType", kind.deployedImplementationType())
                .build();
    }

    private static ElementProperties layout(FileContent content) {
        ElementProperties.Builder properties = ElementProperties.builder();
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
