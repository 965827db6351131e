package io.openintegration.daemon.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory of small files, made once and kept for the next run.
 *
 * @param extension txt for files of which only the attributes are catalogued, csv for files with three columns
 * @param perFolder how many files are in each folder
 */
record SmallFiles(Path root, int count, String extension, int perFolder) {

    private static final String CONTENT = "patient,strideLength,cadence\nP1,2,3\n";

    /** Below this directory, in a place that says what it holds. */
    static SmallFiles in(Path home, int count, String extension, int perFolder) throws IOException {
        SmallFiles files = new SmallFiles(
                home.resolve("files").resolve(extension + "-" + count + "-by-" + perFolder),
                count,
                extension,
                perFolder);
        Path made = home.resolve("files").resolve(files.root().getFileName() + ".made");
        if (!Files.exists(made)) {
            files.make(0);
            Files.createFile(made);
        }
        return files;
    }

    /** How many folders, the root included. */
    int folders() {
        return 1 + (count + perFolder - 1) / perFolder;
    }

    /** Makes those files whose number is at least this one. */
    void make(int first) throws IOException {
        for (int file = first; file < count; file++) {
            Path folder = folder(file);
            if (file == first || file % perFolder == 0) {
                Files.createDirectories(folder);
            }
            Files.writeString(folder.resolve("file-" + file + "." + extension), CONTENT);
        }
    }

    /** Of how many files only all together can be {@linkplain #remove removed}: those of a folder, unless there is but one. */
    int wholeFolders() {
        return perFolder >= count ? 1 : perFolder;
    }

    /** Takes those files away whose number is at least this one, a multiple of {@link #wholeFolders}, and their folders. */
    void remove(int first) throws IOException {
        for (int file = first; file < count; file++) {
            Files.delete(folder(file).resolve("file-" + file + "." + extension));
            boolean last = file % perFolder == perFolder - 1 || file == count - 1;
            if (last && perFolder < count) {
                Files.delete(folder(file));
            }
        }
    }

    /** As little as anybody can do who wants to know what is there: visit everything and look at its attributes. */
    long walk() throws IOException {
        long[] bytes = new long[1];
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    private Path folder(int file) {
        return root.resolve("folder-" + file / perFolder);
    }
}
