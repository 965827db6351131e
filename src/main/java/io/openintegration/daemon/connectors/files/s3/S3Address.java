package io.openintegration.daemon.connectors.files.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket, or the beginning of keys in it.
 *
 * @param folder without the slash at its end; empty for the whole bucket
 */
record S3Address(String bucket, String folder) {

    static final String FORM = "s3://bucket/folder";

    private static final Pattern FORM_PATTERN =
            Pattern.compile("(?i:s3)://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?", Pattern.DOTALL);

    /** Keys are taken as they are written: nothing in them is an escape. Empty where the address is of another form. */
    static Optional<S3Address> parse(String text) {
        Matcher matcher = FORM_PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String folder = Optional.ofNullable(matcher.group(2)).orElse("");
        return Optional.of(new S3Address(
                matcher.group(1), folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder));
    }

    /** As the namespace of data sets in OpenLineage. */
    String namespace() {
        return "s3://" + bucket;
    }

    /** What all keys in the folder begin with. */
    String prefix() {
        return folder.isEmpty() ? "" : folder + "/";
    }
}
