package io.openintegration.daemon.connectors.lineage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events that OpenLineage's agent 1.53.0 sent from Spark 3.5.6: one application, one of whose jobs fails. */
public final class SparkEvents {

    public static final String JOB = "daily_region_sales.adaptive_spark_plan.out_region_sales_parquet";
    public static final String FAILED_JOB =
            "daily_region_sales.execute_insert_into_hadoop_fs_relation_command.out_fail_parquet";

    /** Of another application: COMPLETE of a job that read a file and, together, two files of a folder, and wrote a table without its schema. */
    public static final String FILES_TO_TABLE = text("files-to-table");

    private SparkEvents() {}

    /** All, in the order in which they came. */
    public static List<String> all() {
        return Stream.of(IntStream.rangeClosed(1, 17), IntStream.rangeClosed(25, 33))
                .flatMap(IntStream::boxed)
                .map(SparkEvents::number)
                .toList();
    }

    public static String number(int number) {
        return text("%03d".formatted(number));
    }

    private static String text(String name) {
        try (InputStream in = SparkEvents.class.getResourceAsStream("/openlineage/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
