package io.openintegration.daemon.connectors.files.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Recognises the kinds of binary files by the signatures that Apache Tika knows. Parses nothing. */
final class MediaTypes {

    private static final MediaType OOXML = MediaType.application("x-tika-ooxml");
    private static final Set<MediaType> CONTAINERS =
            Set.of(MediaType.APPLICATION_ZIP, OOXML, MediaType.application("x-tika-msoffice"));

    private static final String SKIPPED = "\0\t\n\r \u00EF\u00BB\u00BF\u00FE\u00FF";

    /** As many bytes as hold all signatures of files that are not images of disks. */
    private static final int SIGNED = 4 * 1024;

    private MediaTypes() {}

    /**
     * What the first bytes of a file give away.
     *
     * @param kind of the file
     * @param container whether files of other kinds are built like that, too
     */
    record Signature(FileKind kind, boolean container) {}

    /** Empty where they give away nothing. */
    static Optional<Signature> signature(byte[] beginning) {
        if (isMarkup(beginning)) {
            return Optional.empty();
        }
        MediaType type = detect(beginning);
        return kind(type, beginning).map(kind -> new Signature(kind, CONTAINERS.contains(type)));
    }

    /**
     * Tika would parse it for its root element; that is for nobody to make us do. Looks past zeros, white space and byte
     * order marks, so that no encoding of Unicode hides it.
     */
    private static boolean isMarkup(byte[] beginning) {
        for (byte one : beginning) {
            if (one == '<') {
                return true;
            }
            if (SKIPPED.indexOf(one & 0xFF) < 0) {
                return false;
            }
        }
        return false;
    }

    private static MediaType detect(byte[] beginning) {
        try {
            return Known.TYPES.detect(
                    new ByteArrayInputStream(beginning, 0, Math.min(SIGNED, beginning.length)), new Metadata());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<FileKind> kind(MediaType type, byte[] beginning) {
        if (CONTAINERS.contains(type) && !MediaType.APPLICATION_ZIP.equals(type)) {
            return Optional.of(isWorkbook(type, beginning) ? FileKinds.SPREADSHEET : FileKinds.DOCUMENT);
        }
        return byExtension(type).or(() -> byFamily(type));
    }

    /** By the names of what is packed into it. The older format of office files does not tell in its beginning. */
    private static boolean isWorkbook(MediaType type, byte[] beginning) {
        return OOXML.equals(type) && new String(beginning, StandardCharsets.ISO_8859_1).contains("xl/");
    }

    /** By the extensions that Tika knows for the media type, or for the one that it is a variety of. */
    private static Optional<FileKind> byExtension(MediaType type) {
        MediaTypeRegistry registry = Known.TYPES.getMediaTypeRegistry();
        MediaType current = type;
        while (current != null && !MediaType.OCTET_STREAM.equals(current)) {
            Optional<FileKind> kind = extensions(current)
                    .flatMap(extension -> FileKinds.ofExtension(extension.substring(1)).stream())
                    .findFirst();
            if (kind.isPresent()) {
                return kind;
            }
            current = registry.getSupertype(current);
        }
        return Optional.empty();
    }

    private static Stream<String> extensions(MediaType type) {
        try {
            return Known.TYPES.forName(type.toString()).getExtensions().stream();
        } catch (MimeTypeException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<FileKind> byFamily(MediaType type) {
        return switch (type.getType()) {
            case "image" -> Optional.of(FileKinds.IMAGE);
            case "audio" -> Optional.of(FileKinds.AUDIO);
            case "video" -> Optional.of(FileKinds.VIDEO);
            default -> Optional.empty();
        };
    }

    /** Read when first needed: the table is long. */
    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
