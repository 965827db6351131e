package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.Difference;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeJsonTest {

    private static final QualifiedName NAME = new QualifiedName("host::/data/a.csv");

    @Test
    void oldAndNewValuesAreShownAsTheyAre() throws Exception {
        JsonNode difference = shown(
                ElementProperties.builder()
                        .text("description", "old")
                        .number("size", 1)
                        .build(),
                ElementProperties.builder()
                        .text("description", "new")
                        .date("modified", Instant.EPOCH)
                        .choice("status", "ContentStatus", "ACTIVE")
                        .list("owners", List.of("a", "b"))
                        .map("more", Map.of("k", "v"))
                        .build());

        assertThat(difference.at("/before/description").asText()).isEqualTo("old");
        assertThat(difference.at("/before/size").asInt()).isEqualTo(1);
        assertThat(difference.at("/after").toString())
                .isEqualTo("{\"description\":\"new\",\"modified\":\"1970-01-01T00:00:00.000+00:00\","
                        + "\"more\":{\"k\":\"v\"},\"owners\":[\"a\",\"b\"],\"status\":\"ACTIVE\"}");
    }

    @Test
    void secretsAreMaskedByTheirNamesAndInsideTexts() throws Exception {
        JsonNode difference = shown(
                ElementProperties.builder().text("clearPassword", "s3cr3t").build(),
                ElementProperties.builder()
                        .text("networkAddress", "jdbc:x://joe:s3cr3t@host/db?token=s3cr3t")
                        .map("additionalProperties", Map.of("apiKey", "s3cr3t", "plain", "text"))
                        .list("addresses", List.of("https://joe:s3cr3t@host/"))
                        .build());

        assertThat(difference.toString()).doesNotContain("s3cr3t").contains("\"plain\":\"text\"");
    }

    @Test
    void pageTellsWhereToGoOn() throws Exception {
        assertThat(Json.MAPPER.readTree(ChangeJson.page(List.of())).has("next")).isFalse();
        assertThat(Json.MAPPER
                        .readTree(ChangeJson.page(List.of(new NumberedChange(7, change(List.of())))))
                        .path("next")
                        .asLong())
                .isEqualTo(7);
    }

    private static JsonNode shown(ElementProperties before, ElementProperties after) throws Exception {
        Difference difference = new Difference(
                NAME, Difference.Aspect.PROPERTY, "x", Optional.empty(), Optional.of(before), Optional.of(after));
        String page = ChangeJson.page(List.of(new NumberedChange(1, change(List.of(difference)))));
        return Json.MAPPER.readTree(page).at("/changes/0/differences/0");
    }

    private static ItemChange change(List<Difference> differences) {
        return new ItemChange(
                ChangeAction.UPDATE,
                new ItemKey("/data/a.csv"),
                Optional.of(new ItemKey("/data")),
                Optional.empty(),
                new TypeName("CSVFile"),
                NAME,
                differences,
                "digest",
                Optional.empty(),
                Optional.empty());
    }
}
