package io.openintegration.daemon.connectors.files.content;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;

/**
 * Reads the fields of a Parquet schema. Lists and maps, which Parquet writes as groups in groups, are shown as what they
 * are (Parquet format, "Logical Types", nested types).
 */
final class ParquetSchema {

    /** Deeper trees are not made by any writer. */
    private static final int MOST_LEVELS = 500;

    private final FieldBudget budget;

    private ParquetSchema(FieldBudget budget) {
        this.budget = budget;
    }

    /** @param elements each followed by those in it */
    static List<Field> fields(List<SchemaElement> elements, FieldBudget budget) throws NoSchemaException {
        Node root = node(elements.iterator(), 0);
        return new ParquetSchema(budget).fields(root, 1);
    }

    private record Node(SchemaElement element, List<Node> children) {

        boolean isRepeated() {
            return element.getRepetition_type() == FieldRepetitionType.REPEATED;
        }

        boolean isOptional() {
            return element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        }

        boolean isGroup() {
            return !element.isSetType();
        }

        boolean isList() {
            return element.getConverted_type() == ConvertedType.LIST
                    || (element.isSetLogicalType() && element.getLogicalType().isSetLIST());
        }

        boolean isMap() {
            return element.getConverted_type() == ConvertedType.MAP
                    || element.getConverted_type() == ConvertedType.MAP_KEY_VALUE
                    || (element.isSetLogicalType() && element.getLogicalType().isSetMAP());
        }

        /** The one repeated group of a list or map. */
        Optional<Node> repeatedChild() {
            return children.size() == 1 && children.get(0).isRepeated()
                    ? Optional.of(children.get(0))
                    : Optional.empty();
        }
    }

    private static Node node(Iterator<SchemaElement> elements, int level) throws NoSchemaException {
        if (!elements.hasNext() || level > MOST_LEVELS) {
            throw new NoSchemaException(LookProblem.SCHEMA_MALFORMED);
        }
        SchemaElement element = elements.next();
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < element.getNum_children(); i++) {
            children.add(node(elements, level + 1));
        }
        return new Node(element, children);
    }

    private List<Field> fields(Node group, int level) throws NoSchemaException {
        if (!budget.reaches(level)) {
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        for (Node child : group.children) {
            budget.take();
            Field field = field(child, level);
            // Outside of annotated groups, repeated alone makes a list.
            fields.add(child.isRepeated() ? field.repeated() : field.nullable(child.isOptional()));
        }
        return fields;
    }

    /** Without regard to how often it occurs. */
    private Field field(Node node, int level) throws NoSchemaException {
        String name = node.element.getName();
        if (!node.isGroup()) {
            return ParquetTypes.field(node.element);
        }
        Optional<Node> repeated = node.repeatedChild();
        if (node.isList() && repeated.isPresent()) {
            return list(name, repeated.get(), level);
        }
        if (node.isMap() && repeated.isPresent() && repeated.get().children.size() == 2) {
            return map(name, repeated.get(), level);
        }
        return new Field(name, FieldType.STRUCT, false, Optional.empty(), fields(node, level + 1));
    }

    private Field list(String name, Node repeated, int level) throws NoSchemaException {
        boolean elementIsWithin = repeated.isGroup()
                && repeated.children.size() == 1
                && !"array".equals(repeated.element.getName())
                && !repeated.element.getName().endsWith("_tuple");
        Node element = elementIsWithin ? repeated.children.get(0) : repeated;
        if (element.isList() && !budget.reaches(level + 1)) {
            return Field.of(name, FieldType.of(DataType.OBJECT)).repeated();
        }
        return field(element, element.isList() ? level + 1 : level).named(name).repeated();
    }

    private Field map(String name, Node entry, int level) throws NoSchemaException {
        List<Field> fields = new ArrayList<>();
        if (budget.reaches(level + 1)) {
            List<String> names = List.of("key", "value");
            for (int i = 0; i < names.size(); i++) {
                budget.take();
                Node part = entry.children.get(i);
                fields.add(field(part, level + 1).named(names.get(i)).nullable(part.isOptional()));
            }
        }
        return new Field(name, FieldType.MAP, false, Optional.empty(), fields);
    }
}
