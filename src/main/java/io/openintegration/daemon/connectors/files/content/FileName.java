package io.openintegration.daemon.connectors.files.content;

/** What the name of a file says of what is in it. */
public record FileName(String value) {

    /**
     * What follows the last dot, as it is written; empty without one. A dot at the start hides a file and makes no
     * extension.
     */
    public String extension() {
        int dot = value.lastIndexOf('.');
        return dot <= 0 ? "" : value.substring(dot + 1);
    }

    /** The kind that the extension stands for; {@link FileKind#UNKNOWN} where it is in no table. */
    FileKind kind() {
        return FileKinds.ofExtension(extension()).orElse(FileKind.UNKNOWN);
    }

    /** Whether it leaves open how the file is built: anything may be in a {@code .txt}. */
    boolean isVague() {
        return kind().equals(FileKind.UNKNOWN) || "txt".equalsIgnoreCase(extension());
    }
}
