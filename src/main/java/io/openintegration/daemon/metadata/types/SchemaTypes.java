package io.openintegration.daemon.metadata.types;

import static io.openintegration.daemon.metadata.types.AttributeType.choice;
import static io.openintegration.daemon.metadata.types.AttributeType.of;
import static io.openintegration.daemon.metadata.types.AttributeType.text;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.atMostOne;
import static io.openintegration.daemon.metadata.types.RelationshipEnd.end;

/** Databases, and the schemas of databases and files. */
final class SchemaTypes {

    private static final EnumType KEY_PATTERN = CatalogTypes.KEY_PATTERN;
    private static final EnumType SORT_ORDER = EnumType.of("DataItemSortOrder");
    private static final EnumType COVERAGE = EnumType.of("CoverageCategory");

    private SchemaTypes() {}

    static void define(TypeDefinitions types) {
        types.entity("DatabaseManager", "DataManager");
        types.entity("Database", "DataStore", text("databaseInstance"), text("importedFrom"));
        types.entity("RelationalDatabase", "Database");
        types.entity("DeployedDatabaseSchema", "DataSet");
        types.entity("SchemaElement", "AuthoredReferenceable");
        schemaTypes(types);
        attributes(types);
        relationships(types);
        classifications(types);
    }

    private static void schemaTypes(TypeDefinitions types) {
        types.entity("SchemaType", "SchemaElement", text("usage"), text("encodingStandard"), text("namespacePath"));
        types.entity("PrimitiveSchemaType", "SchemaType", text("dataType"), text("defaultValue"));
        types.entities("SchemaType", "ComplexSchemaType");
        types.entities("ComplexSchemaType", "RootSchemaType", "TabularSchemaType");
        types.entity("RelationalDBSchemaType", "RootSchemaType", text("formula"));
        types.entity("RelationalTableType", "TabularSchemaType");
    }

    private static void attributes(TypeDefinitions types) {
        types.entity(
                "SchemaAttribute",
                "SchemaElement",
                text("nativeClass"),
                of("aliases", AttributeKind.TEXT_LIST),
                of("minimumLength", AttributeKind.INT),
                of("length", AttributeKind.INT),
                of("precision", AttributeKind.INT),
                of("isNullable", AttributeKind.FLAG),
                choice("sortOrder", SORT_ORDER),
                of("orderedValues", AttributeKind.FLAG),
                of("allowsDuplicateValues", AttributeKind.FLAG),
                text("namespacePath"));
        types.entities("SchemaAttribute", "RelationalTable", "TabularColumn");
        types.entities("TabularColumn", "TabularFileColumn", "RelationalColumn");
    }

    private static void relationships(TypeDefinitions types) {
        types.uniLink("Schema", atMostOne("describesStructureFor", "Referenceable"), atMostOne("schema", "SchemaType"));
        types.uniLink(
                "AttributeForSchema",
                atMostOne("parentSchemas", "ComplexSchemaType"),
                end("attributes", "SchemaAttribute"),
                membership());
        types.uniLink(
                "NestedSchemaAttribute",
                atMostOne("parentAttribute", "SchemaAttribute"),
                end("nestedAttributes", "SchemaAttribute"),
                membership());
        types.uniLink(
                "ForeignKey",
                atMostOne("primaryKey", "RelationalColumn"),
                end("foreignKey", "RelationalColumn"),
                text("displayName"),
                text("description"),
                of("confidence", AttributeKind.INT),
                text("steward"),
                text("source"));
    }

    private static AttributeType[] membership() {
        return new AttributeType[] {
            of("position", AttributeKind.INT),
            of("minCardinality", AttributeKind.INT),
            of("maxCardinality", AttributeKind.INT),
            choice("coverageCategory", COVERAGE)
        };
    }

    private static void classifications(TypeDefinitions types) {
        types.classification(
                "TypeEmbeddedAttribute",
                "SchemaAttribute",
                text("schemaTypeName"),
                text("dataType"),
                text("defaultValue"),
                text("fixedValue"),
                text("encodingStandard"));
        types.classification("CalculatedValue", "SchemaElement", text("formula"), text("formulaType"));
        types.classification("PrimaryKey", "RelationalColumn", text("displayName"), choice("keyPattern", KEY_PATTERN));
    }
}
