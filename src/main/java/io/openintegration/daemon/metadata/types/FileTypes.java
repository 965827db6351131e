package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.atMostOne;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** File systems, folders and files. */
final class FileTypes {

    private FileTypes() {}

    static void define(TypeDefinitions types) {
        types.entity(
                "FileSystem",
                "ResourceManager",
                text("format"),
                text("encryption"),
                text("canonicalMountPoint"),
                text("localMountPoint"));
        types.entity("FileManager", "DataManager");
        types.entity("FileFolder", "DataStore");
        types.entity("DataFolder", "FileFolder");
        types.entity("DataFile", "DataStore", text("fileName"), text("fileType"), text("fileExtension"));
        types.entity("CSVFile", "DataFile", text("delimiterCharacter"), text("quoteCharacter"));
        types.entities(
                "DataFile",
                "JSONFile",
                "ParquetFile",
                "AvroFile",
                "XMLFile",
                "SpreadsheetFile",
                "Document",
                "MediaFile",
                "ArchiveFile",
                "LogFile",
                "PropertiesFile",
                "YAMLFile",
                "SourceCodeFile",
                "KeyStoreFile");
        types.entities("MediaFile", "AudioFile", "VideoFile", "RasterFile");
        types.uniLink("FolderHierarchy", atMostOne("parentFolder", "FileFolder"), end("nestedFolder", "FileFolder"));
        types.uniLink("NestedFile", end("homeFolder", "FileFolder"), end("nestedFiles", "DataFile"));
        types.uniLink("LinkedFile", end("linkedFolders", "FileFolder"), end("linkedFiles", "DataFile"));
        types.classification(
                "DataAssetEncoding",
                "DataAsset",
                text("encodingType"),
                text("encodingLanguage"),
                text("encodingDescription"),
                of("encodingProperties", AttributeKind.TEXT_MAP));
    }
}
