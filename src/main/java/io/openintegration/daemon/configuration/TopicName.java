package io.openintegration.daemon.configuration;

import java.util.regex.Pattern;

/** What every messaging engine takes for the name of a topic, and none for anything more. */
final class TopicName {

    private static final Pattern POSSIBLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");

    private TopicName() {}

    static boolean isPossible(String name) {
        return POSSIBLE.matcher(name).matches();
    }
}
