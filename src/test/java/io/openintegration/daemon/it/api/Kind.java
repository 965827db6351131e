package io.openintegration.daemon.it.api;

import io.openintegration.daemon.rest.Operation;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A kind of bad input.
 *
 * @param name for reports
 * @param applies to which operations
 * @param request the well-formed request, spoilt
 * @param expectation by operation
 */
record Kind(
        String name,
        Predicate<Operation> applies,
        Function<Operation, Wire> request,
        Function<Operation, Expectation> expectation) {

    static Kind of(
            String name, Predicate<Operation> applies, Function<Operation, Wire> request, Expectation expectation) {
        return new Kind(name, applies, request, operation -> expectation);
    }

    static Kind ofAll(String name, Function<Operation, Wire> request, Expectation expectation) {
        return of(name, operation -> true, request, expectation);
    }
}
