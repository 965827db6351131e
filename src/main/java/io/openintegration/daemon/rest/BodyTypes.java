package io.openintegration.daemon.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The media types of body that an operation takes, where that is more than JSON; it takes a body without a type, too. This is
 * not {@code @Consumes}: JAX-RS implementations refuse by that what has no type, even where there is no body.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyTypes {

    String[] value();
}
