package io.openintegration.daemon.connectors.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.connectors.lineage.facts.Stamped;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.TypeName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Facets that jobs and data sets have alike. */
final class CommonFacets {

    private static final TypeName OWNERSHIP = new TypeName("Ownership");

    private CommonFacets() {}

    static Optional<String> description(Map<String, Stamped> facets) {
        return Facet.text(Facet.of(facets, "documentation"), "description");
    }

    /** The first owner; the others are in the facet's text. */
    static Map<TypeName, ElementProperties> ownership(Map<String, Stamped> facets) {
        JsonNode owner = Facet.of(facets, "ownership").path("owners").path(0);
        return Facet.text(owner, "name")
                .map(name -> Map.of(
                        OWNERSHIP,
                        ElementProperties.builder()
                                .text("owner", name)
                                .text("ownerTypeName", Facet.text(owner, "type").orElse(null))
                                .build()))
                .orElse(Map.of());
    }

    /** The texts of those facets that nothing else in the element tells. */
    static Map<String, String> unknown(Map<String, Stamped> facets, Set<String> known) {
        Map<String, String> texts = new HashMap<>();
        facets.forEach((name, told) -> {
            if (!known.contains(name)) {
                texts.put("facet." + name, told.text());
            }
        });
        return texts;
    }
}
