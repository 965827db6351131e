package io.openintegration.daemon.configuration;

import java.util.List;
import java.util.Locale;

/**
 * The root URLs by which documents may name this platform itself (setting {@code daemon.platform.urls}). Compared
 * without regard to letter case of scheme and host and to a slash at the end.
 */
public record PlatformUrls(List<String> urls) {

    public PlatformUrls {
        urls = urls.stream().map(PlatformUrls::normalised).toList();
    }

    public boolean contains(String url) {
        return urls.contains(normalised(url));
    }

    private static String normalised(String url) {
        String trimmed = url.strip();
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        int path = trimmed.indexOf('/', trimmed.indexOf("://") + 3);
        return path < 0
                ? trimmed.toLowerCase(Locale.ROOT)
                : trimmed.substring(0, path).toLowerCase(Locale.ROOT) + trimmed.substring(path);
    }
}
