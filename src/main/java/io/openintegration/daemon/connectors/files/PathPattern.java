package io.openintegration.daemon.connectors.files;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A glob in the syntax of {@link java.nio.file.FileSystem#getPathMatcher}. One without {@code /} is matched with names,
 * in whatever folder; one with it with whole paths. A leading <code>**&#47;</code> also stands for no folder at all.
 */
final class PathPattern {

    private static final String ANYWHERE = "**/";

    private final String glob;
    private final boolean named;
    private final List<PathMatcher> matchers;

    private PathPattern(String glob) {
        this.glob = glob;
        this.named = glob.indexOf('/') < 0;
        this.matchers = glob.startsWith(ANYWHERE)
                ? List.of(matcher(glob), matcher(glob.substring(ANYWHERE.length())))
                : List.of(matcher(glob));
    }

    /** @throws PatternSyntaxException where it is no glob */
    static PathPattern of(String glob) {
        if (glob.startsWith("/") || glob.endsWith("/")) {
            throw new PatternSyntaxException("a path in the directory begins and ends without /", glob, 0);
        }
        return new PathPattern(glob);
    }

    private static PathMatcher matcher(String glob) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** @param path with {@code /} between its parts */
    boolean matches(String path) {
        try {
            Path place = Path.of(named ? path.substring(path.lastIndexOf('/') + 1) : path);
            return matchers.stream().anyMatch(matcher -> matcher.matches(place));
        } catch (InvalidPathException neverOne) {
            return false;
        }
    }

    @Override
    public String toString() {
        return glob;
    }
}
