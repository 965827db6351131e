package io.openintegration.daemon.connectors.files.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void linesHaveNamesTypesAndOrder() throws IOException {
        FileContent content = Shown.look(
                "visits.jsonl",
                """
                {"id": 1, "name": "Ann", "left": 1.5, "walks": true, "note": null}
                {"id": 5000000000, "name": "Ben", "left": 2, "walks": false, "note": null, "extra": "x"}
                """);

        assertThat(Shown.kind(content)).isEqualTo("JSONFile");
        assertThat(Shown.fields(content))
                .containsExactly(
                        "id: long",
                        "name: string",
                        "left: double",
                        "walks: boolean",
                        "note: object?",
                        "extra: string?");
        assertThat(content.encoding()).contains("UTF-8");
        assertThat(content.problem()).isEmpty();
    }

    @Test
    void arrayOfObjectsHasTheirFields() throws IOException {
        assertThat(Shown.fields(Shown.look("a.json", "[{\"a\": 1}, {\"a\": null, \"b\": [1, 2]}]")))
                .containsExactly("a: int?", "b: int*?");
    }

    @Test
    void recordsAndListsAreNested() throws IOException {
        FileContent content = Shown.look(
                "a.json",
                """
                [{"home": {"street": "x", "geo": {"lat": 1.5}}, "steps": [{"n": 1}, {"n": 2, "m": 3}], "grid": [[1, 2], [3]]}]
                """);

        assertThat(Shown.fields(content))
                .containsExactly(
                        "home: {street: string, geo: {lat: double}}",
                        "steps: {n: int, m: int?}*",
                        "grid: {element: int*}*");
    }

    @Test
    void valuesOfSeveralTypesAreAnything() throws IOException {
        assertThat(Shown.fields(Shown.look("a.json", "[{\"a\": 1, \"b\": {}}, {\"a\": \"x\", \"b\": []}]")))
                .containsExactly("a: object", "b: object");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\": 1}", "[1, 2]", "[]", "[{\"a\": 1}, 2]", "[{\"a\": 1}] [{\"a\": 2}]", "{\"a\": 1} 7"})
    void whatIsNoTableHasNoColumns(String json) throws IOException {
        FileContent content = Shown.look("a.json", json);

        assertThat(content.fields()).isEmpty();
        assertThat(content.problem()).isEmpty();
        assertThat(Shown.kind(content)).isEqualTo("JSONFile");
    }

    @Test
    void oneLineIsEnoughWhereTheNameSaysLines() throws IOException {
        assertThat(Shown.fields(Shown.look("a.ndjson", "{\"a\": 1}"))).containsExactly("a: int");
    }

    @Test
    void figureThatIsCutByTheEndOfTheLookIsNotRead() throws IOException {
        String rows = "{\"n\": 1}\n{\"n\": 2}\n{\"n\": 3.";
        LookLimits toThePoint = new LookLimits(rows.length(), 1_000, 100, 10, Duration.ofSeconds(10), Long.MAX_VALUE);

        FileContent content = Shown.look("a.jsonl", MemoryBytes.of(rows + "5}\n"), toThePoint);

        assertThat(Shown.fields(content)).containsExactly("n: int");
        assertThat(content.problem()).isEmpty();
    }

    @Test
    void rowLargerThanTheFirstLookIsReadOn() throws IOException {
        String row = "{\"a\": \"" + "x".repeat(100_000) + "\", \"b\": 1}\n";

        assertThat(Shown.fields(Shown.look("a.jsonl", row + row))).containsExactly("a: string", "b: int");
    }

    @Test
    void rowLargerThanAllowedIsAProblem() throws IOException {
        FileContent content = Shown.look("a.json", "[{\"a\": \"" + "x".repeat(2_000_000) + "\"}]");

        assertThat(content.fields()).isEmpty();
        assertThat(content.problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": ", "[{\"a\": 1}, }", "{a: 1}", "nonsense", "<a/>"})
    void whatIsNoJsonIsAProblem(String text) throws IOException {
        FileContent content = Shown.look("a.json", text);

        assertThat(content.problem()).contains(LookProblem.SCHEMA_MALFORMED);
        assertThat(Shown.kind(content)).isEqualTo("JSONFile");
    }

    @Test
    void nestingWithoutEndDoesNoHarm() throws IOException {
        String lists = "{\"a\": " + "[".repeat(500_000);
        String objects = "{\"a\": ".repeat(200_000);

        assertThat(Shown.look("a.jsonl", lists).problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
        assertThat(Shown.look("a.jsonl", objects).problem()).contains(LookProblem.SCHEMA_TOO_LARGE);
    }

    @Test
    void fieldsNestedTooDeepAreLeftOutAndReported() throws IOException {
        LookLimits two = new LookLimits(1024 * 1024, 1_000, 100, 2, Duration.ofSeconds(10), Long.MAX_VALUE);
        String row = "{\"a\": {\"b\": {\"c\": {\"d\": 1}}, \"l\": [[[[1]]]]}}\n";

        FileContent content = Shown.look("a.jsonl", MemoryBytes.of(row + row), two);

        assertThat(Shown.fields(content)).containsExactly("a: {b: {}, l: object*}");
        assertThat(content.problem()).contains(LookProblem.SCHEMA_CUT);
    }

    @Test
    void tooManyFieldsAreAProblem() throws IOException {
        LookLimits three = new LookLimits(1024 * 1024, 1_000, 3, 10, Duration.ofSeconds(10), Long.MAX_VALUE);

        assertThat(Shown.look("a.jsonl", MemoryBytes.of("{\"a\":1,\"b\":{\"c\":1}}"), three)
                        .fields())
                .hasSize(2);
        assertThat(Shown.look("a.jsonl", MemoryBytes.of("{\"a\":1,\"b\":{\"c\":1,\"d\":1}}"), three)
                        .problem())
                .contains(LookProblem.SCHEMA_TOO_LARGE);
    }

    @Test
    void longNamesAndLongFiguresDoNoHarm() throws IOException {
        assertThat(Shown.look("a.jsonl", "{\"" + "x".repeat(5_000) + "\": 1}").problem())
                .contains(LookProblem.SCHEMA_TOO_LARGE);
        assertThat(Shown.look("a.jsonl", "{\"a\": " + "9".repeat(60_000) + "}").problem())
                .contains(LookProblem.SCHEMA_TOO_LARGE);
    }
}
