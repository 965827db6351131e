package io.openintegration.daemon.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The generation of Egeria that all operations of a resource belong to, whatever their {@link AnswersWith} says: several
 * resources inherit the same operations and serve them in the manner of their own URLs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Speaks {

    Generation value();
}
