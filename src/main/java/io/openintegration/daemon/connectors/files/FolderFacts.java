package io.openintegration.daemon.connectors.files;

import java.nio.file.attribute.FileTime;
import java.util.Optional;

/**
 * A folder, as its place shows it.
 *
 * @param path in its place
 * @param name for people, without the folders that it is in
 * @param created empty where the place keeps no such time
 * @param lastChange when something came into it or went; empty where the place keeps no such time
 * @param identity by which a folder that was exchanged for another one is found out; null where the place keeps none
 */
public record FolderFacts(
        String path, String name, Optional<FileTime> created, Optional<FileTime> lastChange, Object identity) {}
