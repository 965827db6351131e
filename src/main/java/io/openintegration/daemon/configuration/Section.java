package io.openintegration.daemon.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.openintegration.daemon.message.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A JSON object of a configuration document, with its place in it. Reading a field notes that the field is known; what
 * is wrong goes to the section's list of problems, and reading goes on, so that all mistakes are found at once.
 */
final class Section {

    private final JsonNode node;
    private final String path;
    private final Placeholders placeholders;
    private final Consumer<Message> problems;
    private final Consumer<Message> everything;
    private final Set<String> known = new HashSet<>(Set.of("class", "headerVersion"));

    /**
     * @param problems hears of the mistakes in this section, and in those inside it
     * @param everything hears of them too, and goes on to do so where {@link #reportingTo} sends them elsewhere
     */
    Section(
            JsonNode node,
            String path,
            Placeholders placeholders,
            Consumer<Message> problems,
            Consumer<Message> everything) {
        this.node = node;
        this.path = path;
        this.placeholders = placeholders;
        this.problems = problems;
        this.everything = everything;
    }

    String path() {
        return path;
    }

    String pathOf(String field) {
        return path + "." + field;
    }

    void report(Message problem) {
        problems.accept(problem);
        everything.accept(problem);
    }

    /** This section, with its problems going elsewhere. */
    Section reportingTo(Consumer<Message> other) {
        return new Section(node, path, placeholders, other, everything);
    }

    boolean has(String field) {
        JsonNode value = node.path(field);
        return !value.isMissingNode() && !value.isNull();
    }

    /** Text with its placeholders resolved; empty where the field is missing, null or blank. */
    Optional<String> text(String field) {
        return value(field, JsonNodeType.STRING)
                .flatMap(value -> resolved(pathOf(field), value.textValue()))
                .filter(text -> !text.isBlank());
    }

    /** The field's text as it is written, for messages: what a placeholder stands for may be a secret. */
    String written(String field) {
        return node.path(field).asText();
    }

    Optional<String> requiredText(String field) {
        if (!has(field)) {
            known.add(field);
            report(ConfigurationMessage.MISSING.with(pathOf(field)));
            return Optional.empty();
        }
        Optional<String> text = text(field);
        if (text.isEmpty()
                && value(field, JsonNodeType.STRING)
                        .filter(value -> value.textValue().isBlank())
                        .isPresent()) {
            report(ConfigurationMessage.MISSING.with(pathOf(field)));
        }
        return text;
    }

    boolean isNumber(String field) {
        return node.path(field).isNumber();
    }

    boolean flag(String field) {
        return value(field, JsonNodeType.BOOLEAN).map(JsonNode::booleanValue).orElse(false);
    }

    long number(String field, long otherwise, long least, long most) {
        Optional<JsonNode> value = value(field, JsonNodeType.NUMBER);
        if (value.isEmpty()) {
            return otherwise;
        }
        JsonNode number = value.get();
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() < least
                || number.longValue() > most) {
            report(ConfigurationMessage.OUT_OF_RANGE.with(pathOf(field), number.asText(), least, most));
            return otherwise;
        }
        return number.longValue();
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        return text(field).flatMap(name -> {
            Optional<E> found = Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(name))
                    .findFirst();
            if (found.isEmpty()) {
                report(ConfigurationMessage.NOT_ONE_OF.with(
                        pathOf(field), written(field), Arrays.toString(type.getEnumConstants())));
            }
            return found;
        });
    }

    /** The object in this field; an empty one where there is none. */
    Section section(String field) {
        JsonNode value = value(field, JsonNodeType.OBJECT).orElse(MissingNode.getInstance());
        return new Section(value, pathOf(field), placeholders, problems, everything);
    }

    /** The objects in this field's list; empty where there is none. */
    List<Section> sections(String field) {
        List<Section> sections = new ArrayList<>();
        value(field, JsonNodeType.ARRAY).ifPresent(list -> {
            for (int index = 0; index < list.size(); index++) {
                String place = pathOf(field) + "[" + index + "]";
                if (list.get(index).isObject()) {
                    sections.add(new Section(list.get(index), place, placeholders, problems, everything));
                } else {
                    report(ConfigurationMessage.WRONG_KIND.with(place, "object", kind(list.get(index))));
                }
            }
        });
        return sections;
    }

    /**
     * What the names in this field's list stand for; empty where there is no list. A name that stands for nothing is
     * reported with its place.
     *
     * @param all the names that there are, for the message
     */
    <T> List<T> names(String field, Function<String, Optional<T>> meaning, String all) {
        List<T> found = new ArrayList<>();
        value(field, JsonNodeType.ARRAY).ifPresent(list -> {
            for (int index = 0; index < list.size(); index++) {
                String place = pathOf(field) + "[" + index + "]";
                JsonNode item = list.get(index);
                if (item.isTextual()) {
                    resolved(place, item.textValue()).ifPresent(name -> meaning.apply(name)
                            .ifPresentOrElse(
                                    found::add,
                                    () -> report(ConfigurationMessage.NOT_ONE_OF.with(place, item.textValue(), all))));
                } else {
                    report(ConfigurationMessage.WRONG_KIND.with(place, "string", kind(item)));
                }
            }
        });
        return found;
    }

    List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes fields that are part of the document's form though nothing is read from them here. */
    void accept(String... fields) {
        known.addAll(Arrays.asList(fields));
    }

    /** Reports fields of the document's form that this version does not use, where they are there. */
    void reportWithoutEffect(Consumer<Message> warnings, String... fields) {
        accept(fields);
        Arrays.stream(fields)
                .filter(this::has)
                .forEach(field -> warnings.accept(ConfigurationMessage.NO_EFFECT.with(pathOf(field))));
    }

    /** Reports the fields that nobody asked for. */
    void reportUnknownFields(Consumer<Message> warnings) {
        for (String field : fieldNames()) {
            if (!known.contains(field)) {
                warnings.accept(ConfigurationMessage.UNKNOWN_FIELD.with(pathOf(field)));
            }
        }
    }

    /** A free-form value with the placeholders in its texts resolved; empty for null. */
    Optional<Object> freeValue(String field) {
        known.add(field);
        return freeValue(pathOf(field), node.path(field));
    }

    private Optional<Object> freeValue(String place, JsonNode value) {
        if (value.isTextual()) {
            return resolved(place, value.textValue()).map(Object.class::cast);
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isIntegralNumber()) {
            if (!value.canConvertToLong()) {
                report(ConfigurationMessage.OUT_OF_RANGE.with(place, value.asText(), Long.MIN_VALUE, Long.MAX_VALUE));
                return Optional.empty();
            }
            return Optional.of(value.longValue());
        }
        if (value.isNumber()) {
            return Optional.of(value.doubleValue());
        }
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            for (int index = 0; index < value.size(); index++) {
                freeValue(place + "[" + index + "]", value.get(index)).ifPresent(items::add);
            }
            return Optional.of(List.copyOf(items));
        }
        if (value.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                freeValue(place + "." + entry.getKey(), entry.getValue())
                        .ifPresent(found -> fields.put(entry.getKey(), found));
            }
            return Optional.of(Collections.unmodifiableMap(fields));
        }
        return Optional.empty();
    }

    private Optional<JsonNode> value(String field, JsonNodeType expected) {
        known.add(field);
        if (!has(field)) {
            return Optional.empty();
        }
        JsonNode value = node.path(field);
        if (value.getNodeType() != expected) {
            report(ConfigurationMessage.WRONG_KIND.with(
                    pathOf(field), expected.name().toLowerCase(Locale.ROOT), kind(value)));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<String> resolved(String place, String text) {
        return placeholders.resolve(
                text, name -> report(ConfigurationMessage.UNRESOLVED_PLACEHOLDER.with(place, name)));
    }

    private static String kind(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
