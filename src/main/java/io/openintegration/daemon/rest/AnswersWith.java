package io.openintegration.daemon.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation of an Egeria-compatible family with the class of its answer. Its failures are answered with the same
 * class, which is what Egeria's clients insist on.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnswersWith {

    /** Simple name of the response class, for instance {@code VoidResponse}. */
    String value();

    /** The generation of Egeria that the operation's URL belongs to. */
    Generation generation() default Generation.USERS_PATH;

    /** Whether failures are also told by the HTTP status. Egeria does so where a token is asked for, and nowhere else. */
    boolean httpStatus() default false;
}
