package io.openintegration.daemon.store.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text as one segment of a path, or one value of a query. */
final class Segment {

    private Segment() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
