package io.openintegration.daemon.connectors.files.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Names and types of the columns of delimited text, from a sample of its records. */
final class Table {

    /** Longest column name, in characters: what is longer is data, or a quote that was never closed. */
    static final int LONGEST_NAME = 1_000;

    /** Longest one in text that is not named to be a table. */
    private static final int LONGEST_EVIDENT_NAME = 100;

    private final DelimitedSample sample;
    private final List<String> first;

    Table(DelimitedSample sample) {
        this.sample = sample;
        this.first = sample.records().get(0);
    }

    TableLayout layout() {
        return new TableLayout(sample.delimiter(), sample.quote(), hasHeader());
    }

    boolean isTooLarge(LookLimits limits) {
        return first.size() > limits.columns() || first.stream().anyMatch(name -> name.length() > LONGEST_NAME);
    }

    /** The columns; without names where there is no header. */
    List<Field> fields() {
        boolean header = hasHeader();
        List<TextType> types = types(header ? 1 : 0);
        List<Field> fields = new ArrayList<>();
        for (int column = 0; column < first.size(); column++) {
            fields.add(
                    Field.of(header ? first.get(column) : "", types.get(column).fieldType()));
        }
        return fields;
    }

    /** Whether it cannot well be anything but a table, whatever its name: prose has commas, too. */
    boolean isEvident() {
        return sample.isEven()
                && sample.records().size() > 2
                && new HashSet<>(first).size() == first.size()
                && first.stream().noneMatch(name -> name.isBlank() || name.length() > LONGEST_EVIDENT_NAME)
                && sample.records().stream().anyMatch(this::isTight);
    }

    private boolean isTight(List<String> record) {
        return record.stream().skip(1).noneMatch(field -> field.startsWith(" "));
    }

    /** There is one unless the first record is built like all the others, and more than mere text. */
    private boolean hasHeader() {
        boolean like = false;
        List<TextType> types = types(1);
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

    /** Types of the columns, from that record on. */
    private List<TextType> types(int from) {
        TextType[] types = new TextType[first.size()];
        Arrays.fill(types, TextType.NONE);
        for (List<String> record :
                sample.records().subList(from, sample.records().size())) {
            for (int column = 0; column < Math.min(types.length, record.size()); column++) {
                types[column] = types[column].with(TextType.of(record.get(column)));
            }
        }
        return List.of(types);
    }
}
