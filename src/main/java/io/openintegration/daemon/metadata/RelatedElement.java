package io.openintegration.daemon.metadata;

/**
 * An element and the relationship by which it was found.
 *
 * @param elementAtEnd1 whether {@code element} (not the one asked about) sits at end 1
 */
public record RelatedElement(Relationship relationship, Element element, boolean elementAtEnd1) {}
