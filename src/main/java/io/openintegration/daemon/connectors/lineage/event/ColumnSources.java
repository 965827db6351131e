package io.openintegration.daemon.connectors.lineage.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The data sets that columns of outputs are made of. A job reads them, even where they are not among its inputs: of several files that
 * Spark reads together, its agent names the folder there, and the files with the columns alone.
 */
final class ColumnSources {

    private ColumnSources() {}

    /** @param usable whether something can be a namespace, or a name; what has none that can is left out */
    static Set<DataSetName> of(JsonNode outputs, Predicate<JsonNode> usable) {
        Set<DataSetName> names = new LinkedHashSet<>();
        stream(outputs)
                .map(output -> output.path("facets").path("columnLineage"))
                .flatMap(lineage -> Stream.concat(
                        stream(lineage.path("fields")).flatMap(field -> stream(field.path("inputFields"))),
                        stream(lineage.path("dataset"))))
                .filter(source -> usable.test(source.path("namespace")) && usable.test(source.path("name")))
                .forEach(source -> names.add(new DataSetName(
                        source.path("namespace").textValue(),
                        source.path("name").textValue())));
        return names;
    }

    private static Stream<JsonNode> stream(JsonNode holder) {
        return StreamSupport.stream(holder.spliterator(), false);
    }
}
