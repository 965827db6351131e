package io.openintegration.daemon.rest;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * The operation of an Egeria-compatible family that a request called.
 *
 * @param responseClass simple name of the class that it answers with, also where it fails
 * @param generation in whose manner it answers
 * @param name how Egeria calls it
 * @param httpStatus whether failures are also told by the HTTP status
 */
record FamilyOperation(String responseClass, Generation generation, String name, boolean httpStatus) {

    /** Empty where none was found for the request, or one that is not of such a family. */
    static Optional<FamilyOperation> of(ResourceInfo called) {
        Method method = called.getResourceMethod();
        AnswersWith answersWith = method == null ? null : method.getAnnotation(AnswersWith.class);
        if (answersWith == null) {
            return Optional.empty();
        }
        Speaks speaks = called.getResourceClass().getAnnotation(Speaks.class);
        return Optional.of(new FamilyOperation(
                answersWith.value(),
                speaks == null ? answersWith.generation() : speaks.value(),
                method.getName(),
                answersWith.httpStatus()));
    }
}
