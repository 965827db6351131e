package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.TypeName;

/** An element together with its text for the database, made early so that one that is too long names its change. */
record ElementRow(StoredElement stored, String properties, String classifications) {

    /** Half of what the columns take, because folding may lengthen text. */
    static final int LONGEST_TEXT = 500_000;

    static ElementRow of(StoredElement stored) {
        Element element = stored.element();
        return new ElementRow(
                stored,
                limited(PropertyText.write(element.properties()), element.type()),
                limited(PropertyText.writeClassifications(element.classifications()), element.type()));
    }

    static String limited(String text, TypeName type) {
        if (text.length() > LONGEST_TEXT) {
            throw new MetadataStoreException(
                    MetadataStoreException.Kind.INVALID_REQUEST,
                    MetadataMessage.TOO_LARGE.with("apply", type, text.length(), LONGEST_TEXT));
        }
        return text;
    }

    String qualifiedName() {
        return stored.element().properties().text("qualifiedName").orElseThrow();
    }

    String searchText() {
        return SearchableText.of(stored.element().properties());
    }
}
