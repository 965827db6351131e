package io.openintegration.daemon.connectors.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Tells whether the name of a file can be said in Unicode, as open metadata has to. */
final class UnicodeNames {

    private UnicodeNames() {}

    /**
     * File systems keep names as bytes; bytes that are no text come out as replacement characters, the same for all of
     * them. Such a name can be told from one that really has that character by trying the way back.
     */
    static boolean isUnicode(Path path) {
        if (path.getFileName() == null) {
            return true;
        }
        String name = path.getFileName().toString();
        if (name.chars().allMatch(UnicodeNames::isBeyondDoubt)) {
            return true;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            return false;
        }
        try {
            return path.getFileSystem().getPath(name).equals(path.getFileName());
        } catch (InvalidPathException noWayBack) {
            return false;
        }
    }

    private static boolean isBeyondDoubt(int character) {
        return character != '\uFFFD' && !Character.isSurrogate((char) character);
    }
}
