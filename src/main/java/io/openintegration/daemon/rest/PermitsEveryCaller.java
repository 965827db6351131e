package io.openintegration.daemon.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that every caller may use, whatever its roles: it concerns nobody but the caller. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface PermitsEveryCaller {}
