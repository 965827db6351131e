package io.openintegration.daemon.connectors.files.content;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises XML and what is written like it by its first characters. It is never parsed. */
final class Markup {

    /** As much as is looked at. */
    private static final int BEGINNING = 1_000;

    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{1,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    private final String beginning;

    private Markup(String beginning) {
        this.beginning = beginning;
    }

    static Markup of(String text) {
        return new Markup(text.substring(0, Math.min(BEGINNING, text.length())).stripLeading());
    }

    /** Empty where it is none. */
    Optional<FileKind> kind() {
        String lower = beginning.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return Optional.of(FileKinds.DOCUMENT);
        }
        if (lower.startsWith("<svg")) {
            return Optional.of(FileKinds.VECTOR_IMAGE);
        }
        return lower.startsWith("<?xml") ? Optional.of(FileKinds.XML) : Optional.empty();
    }

    /** The encoding that it says it has; empty where it does not, or names one that nobody knows. */
    Optional<String> declaredEncoding() {
        Matcher declaration = DECLARED.matcher(beginning);
        return declaration.find() ? known(declaration.group(1)) : Optional.empty();
    }

    private static Optional<String> known(String encoding) {
        try {
            return Charset.isSupported(encoding)
                    ? Optional.of(Charset.forName(encoding).name())
                    : Optional.empty();
        } catch (IllegalCharsetNameException nobodyKnows) {
            return Optional.empty();
        }
    }
}
