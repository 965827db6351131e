package io.openintegration.daemon.spi;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A glob for names: {@code *} stands for any characters, {@code ?} for one, a backslash takes the next character as it is. Upper and
 * lower case are told apart.
 */
public final class NamePattern {

    private final String glob;
    private final Pattern pattern;

    private NamePattern(String glob, Pattern pattern) {
        this.glob = glob;
        this.pattern = pattern;
    }

    /** @throws PatternSyntaxException where it is no glob */
    public static NamePattern of(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            if (character == '\\') {
                i++;
                if (i == glob.length()) {
                    throw new PatternSyntaxException("nothing follows the backslash", glob, i);
                }
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            } else if (character == '*') {
                // one after another would mean the same, and only be slow
                regex.append(regex.toString().endsWith(".*") ? "" : ".*");
            } else if (character == '?') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return new NamePattern(glob, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    public boolean matches(String name) {
        return pattern.matcher(name).matches();
    }

    /** Whether there is a dot in it, so that it speaks of a name together with what it stands in. */
    public boolean isQualified() {
        return glob.indexOf('.') >= 0;
    }

    /** As it was given. */
    @Override
    public String toString() {
        return glob;
    }
}
