package io.openintegration.daemon.it.api;

import java.util.List;
import java.util.Set;

/**
 * What bad input has to be answered with.
 *
 * @param outcomes the status, or {@code relatedHTTPCode}; empty for anything but a fault of the server
 * @param mentions what the message has to name
 */
record Expectation(Set<Integer> outcomes, List<String> mentions) {

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 406, 409, 412, 413, 415, 422);

    static Expectation anything() {
        return new Expectation(Set.of(), List.of());
    }

    static Expectation refused() {
        return new Expectation(REFUSALS, List.of());
    }

    static Expectation status(Integer... outcomes) {
        return new Expectation(Set.of(outcomes), List.of());
    }

    Expectation naming(String... text) {
        return new Expectation(outcomes, List.of(text));
    }
}
