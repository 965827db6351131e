package io.openintegration.daemon.connectors.files;

import java.util.List;

/**
 * Which files and folders of a monitored directory are looked at. All paths are relative to it, with {@code /} between
 * their parts.
 *
 * @param includeFiles those wanted; empty means all
 * @param excludeFiles those not wanted although included
 * @param excludeFolders those not entered
 * @param includeHidden whether files and folders whose names begin with a dot are wanted
 */
record FileSelection(
        List<PathPattern> includeFiles,
        List<PathPattern> excludeFiles,
        List<PathPattern> excludeFolders,
        boolean includeHidden) {

    static final FileSelection ALL = new FileSelection(List.of(), List.of(), List.of(), true);

    FileSelection {
        includeFiles = List.copyOf(includeFiles);
        excludeFiles = List.copyOf(excludeFiles);
        excludeFolders = List.copyOf(excludeFolders);
    }

    /** Whether nothing is left out. */
    boolean takesAll() {
        return equals(ALL);
    }

    /** Of a file in a folder that is entered. */
    boolean takesFile(String path) {
        return isSeen(path)
                && (includeFiles.isEmpty() || matchesAny(includeFiles, path))
                && !matchesAny(excludeFiles, path);
    }

    boolean takesFolder(String path) {
        return isSeen(path) && !matchesAny(excludeFolders, path);
    }

    /** Whether a folder is taken, and all those around it; so is the monitored directory itself, the empty path. */
    boolean reaches(String folder) {
        int end = folder.indexOf('/');
        while (end >= 0) {
            if (!takesFolder(folder.substring(0, end))) {
                return false;
            }
            end = folder.indexOf('/', end + 1);
        }
        return folder.isEmpty() || takesFolder(folder);
    }

    private boolean isSeen(String path) {
        return includeHidden || path.charAt(path.lastIndexOf('/') + 1) != '.';
    }

    private static boolean matchesAny(List<PathPattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
