package io.openintegration.daemon.connectors.files.content;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The first records of a text, as they come out with one delimiter and one quote.
 *
 * @param records whole ones; none where the text is empty or its first record does not end in it
 */
record DelimitedSample(char delimiter, char quote, List<List<String>> records) {

    /** Any number: that there are too many is to be found out, not to fail. */
    private static final int MOST_FIELDS = Integer.MAX_VALUE;

    /**
     * @param most records
     * @return empty where the text makes no sense so
     */
    static Optional<DelimitedSample> of(TextReading text, char delimiter, char quote, int most) {
        List<List<String>> records = new ArrayList<>();
        boolean toTheEnd = false;
        CsvRecordHandler handler = CsvRecordHandler.of(limits -> limits.maxFields(MOST_FIELDS));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .build(handler, text.text())) {
            Iterator<CsvRecord> iterator = reader.iterator();
            while (records.size() < most && !toTheEnd) {
                toTheEnd = !iterator.hasNext();
                if (!toTheEnd) {
                    records.add(iterator.next().getFields());
                }
            }
        } catch (CsvParseException senseless) {
            if (records.isEmpty()) {
                return Optional.empty();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (toTheEnd && !text.whole() && !records.isEmpty()) {
            // It may have been cut in two.
            records.remove(records.size() - 1);
        }
        return Optional.of(new DelimitedSample(delimiter, quote, records));
    }

    /** Number of columns that the first record makes. */
    int width() {
        return records.isEmpty() ? 0 : records.get(0).size();
    }

    /** Whether several records have several columns, and as many each. */
    boolean isEven() {
        return records.size() > 1 && width() > 1 && records.stream().allMatch(fields -> fields.size() == width());
    }

    /** Even samples go before wide ones; at a tie the earlier one stays. */
    boolean isBetterThan(DelimitedSample other) {
        return isEven() == other.isEven() ? width() > other.width() : isEven();
    }
}
