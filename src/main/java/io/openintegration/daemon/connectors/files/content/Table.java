package io.openintegration.daemon.connectors.files.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Names and types of the columns of delimited text, from a sample of its records. */
final class Table {

    /** Longest column name, in characters: what is longer is data, or a quote that was never closed. */
    static final int LONGEST_NAME = 1_000;

    /** Fewest records of text that is taken for a table whatever its name. */
    static final int FEWEST_EVIDENT = 3;

    /** Longest one in text that is not named to be a table. */
    private static final int LONGEST_EVIDENT_NAME = 100;

    private final DelimitedSample sample;
    private final List<String> first;
    private final List<TextType> types;
    private final boolean header;

    Table(DelimitedSample sample) {
        this.sample = sample;
        this.first = sample.records().get(0);
        this.types = types(sample.records().subList(1, sample.records().size()));
        this.header = isHeader();
    }

    TableLayout layout() {
        return new TableLayout(sample.delimiter(), sample.quote(), header);
    }

    boolean isTooLarge(LookLimits limits) {
        return first.size() > limits.columns() || first.stream().anyMatch(name -> name.length() > LONGEST_NAME);
    }

    /** The columns; without names where there is no header. */
    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < first.size(); column++) {
            String value = first.get(column);
            TextType type = types.get(column);
            fields.add(
                    header
                            ? Field.of(value, type.fieldType())
                            : Field.of("", type.with(TextType.of(value)).fieldType()));
        }
        return fields;
    }

    /** Whether it cannot well be anything but a table, whatever its name: prose has commas, too. */
    boolean isEvident() {
        return sample.isEven()
                && sample.records().size() >= FEWEST_EVIDENT
                && new HashSet<>(first).size() == first.size()
                && first.stream().noneMatch(name -> name.isBlank() || name.length() > LONGEST_EVIDENT_NAME)
                && sample.records().stream().anyMatch(this::isTight);
    }

    private boolean isTight(List<String> record) {
        return record.stream().skip(1).noneMatch(field -> field.startsWith(" "));
    }

    /** It is one unless it is built like all the others, and they are more than mere text. */
    private boolean isHeader() {
        boolean like = false;
        for (int column = 0; column < first.size(); column++) {
            TextType named = TextType.of(first.get(column));
            if (types.get(column).isTelling() && named != TextType.NONE) {
                if (!types.get(column).with(named).isTelling()) {
                    return true;
                }
                like = true;
            }
        }
        return !like;
    }

    private List<TextType> types(List<List<String>> records) {
        TextType[] common = new TextType[first.size()];
        Arrays.fill(common, TextType.NONE);
        for (List<String> record : records) {
            for (int column = 0; column < Math.min(common.length, record.size()); column++) {
                common[column] = common[column].with(TextType.of(record.get(column)));
            }
        }
        return List.of(common);
    }
}
