package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;

/**
 * Tells whether, and where, a description differs from an earlier one, without keeping the description. Each field is
 * the digest of one aspect.
 *
 * @param properties type and properties
 * @param link what the element hangs on and by which kind of relationship
 * @param linkProperties of that relationship
 */
record Fingerprint(String properties, String classifications, String link, String linkProperties) {

    /** Of an element whose description is not known: every description differs from it. */
    static final Fingerprint UNKNOWN = new Fingerprint("", "", "", "");

    private static final String SEPARATOR = ".";
    private static final String NO_PROPERTIES =
            new Digest().properties(ElementProperties.NONE).value();
    private static final String NO_CLASSIFICATIONS =
            new Digest().classifications(Map.of()).value();

    static Fingerprint of(ItemDescription item) {
        return new Fingerprint(
                new Digest()
                        .text(item.type().value())
                        .properties(item.properties())
                        .value(),
                classifications(item.classifications()),
                link(item.link().relationshipType(), item.link().containerAtEnd1()),
                linkProperties(item.link().properties()));
    }

    /**
     * Of an element of which only some properties are described.
     *
     * @param before what it is like
     */
    static Fingerprint of(ItemLink link, TypeName type, ElementProperties certain, Fingerprint before) {
        return new Fingerprint(
                new Digest().text(type.value()).properties(certain).value(),
                before.classifications(),
                link(link.relationshipType(), link.containerAtEnd1()),
                linkProperties(link.properties()));
    }

    /** Of the whole description, parts included; serves as the stamp of a scope. */
    static String whole(ItemDescription item) {
        Digest digest = new Digest().text(of(item).text());
        addParts(item.parts(), item.qualifiedName(), digest);
        item.certainty().ifPresent(certain -> digest.text(String.valueOf(certain.type()))
                .properties(certain.properties()));
        return digest.value();
    }

    /** @param parent name of the item or part that the part hangs on */
    static Fingerprint of(PartDescription part, QualifiedName parent) {
        return new Fingerprint(
                new Digest()
                        .text(part.type().value())
                        .properties(part.properties())
                        .value(),
                classifications(part.classifications()),
                link(parent, part.link().relationshipType(), part.link().containerAtEnd1()),
                linkProperties(part.link().properties()));
    }

    /** Reads what {@link #text} wrote; anything else is {@link #UNKNOWN}. */
    static Fingerprint read(String text) {
        String[] aspects = text.split("\\.", -1);
        return aspects.length == 4 ? new Fingerprint(aspects[0], aspects[1], aspects[2], aspects[3]) : UNKNOWN;
    }

    String text() {
        return String.join(SEPARATOR, properties, classifications, link, linkProperties);
    }

    /** Of an element of which nothing is known but what it hangs on. */
    Fingerprint onlyLink() {
        return new Fingerprint("", "", link, "");
    }

    boolean isUnknown() {
        return equals(UNKNOWN);
    }

    private static void addParts(List<PartDescription> parts, QualifiedName parent, Digest digest) {
        for (PartDescription part : parts) {
            digest.text(part.qualifiedName().value()).text(of(part, parent).text());
            addParts(part.parts(), part.qualifiedName(), digest);
        }
    }

    /** Of a relationship by which an item hangs on its container. */
    static String link(TypeName type, boolean containerAtEnd1) {
        return link(type, containerAtEnd1, new Digest());
    }

    /** Of a relationship by which a part hangs on the item or part of that name. */
    static String link(QualifiedName parent, TypeName type, boolean parentAtEnd1) {
        return link(type, parentAtEnd1, new Digest().text(parent.value()));
    }

    static String linkProperties(ElementProperties properties) {
        return properties.isEmpty()
                ? NO_PROPERTIES
                : new Digest().properties(properties).value();
    }

    private static String classifications(Map<TypeName, ElementProperties> classifications) {
        return classifications.isEmpty()
                ? NO_CLASSIFICATIONS
                : new Digest().classifications(classifications).value();
    }

    private static String link(TypeName type, boolean containerAtEnd1, Digest digest) {
        return digest.text(type.value()).text(containerAtEnd1 ? "1" : "2").value();
    }
}
