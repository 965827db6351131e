package io.openintegration.daemon.connectors.files.content;

import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Looks into files for tests, and shows fields as text. */
final class Shown {

    private Shown() {}

    static FileContent look(String name, FileBytes bytes) throws IOException {
        return look(name, bytes, LookLimits.DEFAULT);
    }

    static FileContent look(String name, FileBytes bytes, LookLimits limits) throws IOException {
        return new FileLook(limits, new SettableClock()).look(new FileName(name), bytes);
    }

    static FileContent look(String name, String text) throws IOException {
        return look(name, MemoryBytes.of(text));
    }

    static String kind(FileContent content) {
        return content.kind().type().value();
    }

    /** Such as {@code tags: string*?}: a list of texts that may be missing. */
    static List<String> fields(FileContent content) {
        return content.fields().stream().map(Shown::field).toList();
    }

    private static String field(Field field) {
        return field.name() + ": " + type(field) + (field.list() ? "*" : "")
                + (field.nullable().orElse(false) ? "?" : "");
    }

    private static String type(Field field) {
        String nested = field.fields().stream().map(Shown::field).collect(Collectors.joining(", "));
        return switch (field.type().structure()) {
            case STRUCT -> "{" + nested + "}";
            case MAP -> "map{" + nested + "}";
            case PRIMITIVE -> field.type().dataType().wireName()
                    + field.type().nativeType().map(name -> "/" + name).orElse("");
        };
    }
}
