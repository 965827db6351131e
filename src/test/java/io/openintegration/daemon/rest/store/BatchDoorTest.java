package io.openintegration.daemon.rest.store;

import static io.openintegration.daemon.rest.store.StoreFixture.json;
import static io.openintegration.daemon.rest.store.StoreFixture.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.BatchStore;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.rest.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchDoorTest {

    private static final String BEGIN = "{'begin':{'requestId':'r-1'}}";
    private static final String COMMIT = "{'commit':{}}";

    private final StoreFixture world = new StoreFixture();
    private final BatchDoor door = new BatchDoor(RequestBody::json);

    @Test
    void everyChangeIsCarriedOut() {
        String old = world.create("CSVFile", "old");
        String linked = world.relate("DataFlow", old, old, "");
        String lost = world.relate("DataFlow", old, old, "");
        JsonNode answer = send(
                "{'begin':{'requestId':'r-1','externalSourceGUID':'FileSystem-1','externalSourceName':'src'}}",
                create("FileFolder", "folder", ""),
                create(
                        "CSVFile",
                        "file",
                        ",'initialClassifications':{'Confidentiality':{}},'parent':{'relationshipTypeName':'NestedFile',"
                                + "'element':{'qualifiedName':'folder'},'properties':{}}"),
                create("TabularSchemaType", "schema", ",'anchor':{'qualifiedName':'file'}"),
                "{'classify':{'element':{'guid':'" + old + "'},'classification':'Confidentiality','properties':{"
                        + "'propertyValueMap':{" + text("steward", "s") + "}}}}",
                "{'classify':{'element':{'guid':'" + old + "'},'classification':'Confidentiality','setting':'MERGE',"
                        + "'properties':{'propertyValueMap':{" + text("notes", "n") + "}}}}",
                "{'classify':{'element':{'qualifiedName':'old'},'classification':'Ownership'}}",
                "{'declassify':{'guid':'" + old + "','classification':'Ownership'}}",
                "{'relate':{'typeName':'DataFlow','end1':{'guid':'" + old + "'},'end2':{'qualifiedName':'file'}}}",
                "{'updateRelationship':{'guid':'" + linked + "','properties':{'propertyValueMap':{" + text("label", "l")
                        + "}}}}",
                "{'unrelate':{'guid':'" + lost + "'}}",
                "{'update':{'guid':'" + old + "','properties':{'propertyValueMap':{" + text("description", "d")
                        + "}}}}",
                "{'remove':{'guid':'" + old + "','archiveProcess':'p'}}",
                COMMIT,
                "{'restore':{'guid':'" + old + "'}}");

        assertThat(answer.get("requestId").textValue()).isEqualTo("r-1");
        assertThat(answer.get("batches")).hasSize(2);
        assertThat(answer.at("/batches/0/results")).hasSize(12);
        assertThat(answer.at("/batches/1/results").toString())
                .isEqualTo("[{\"guid\":\"" + old + "\",\"version\":6,\"changed\":true}]");
        Element element =
                world.store.get(world.call.requester(), new Guid(old), false).orElseThrow();
        assertThat(element.properties().text("description")).contains("d");
        assertThat(element.classifications()
                        .get(new TypeName("Confidentiality"))
                        .values())
                .containsOnlyKeys("steward", "notes");
        assertThat(element.classifications()).doesNotContainKey(new TypeName("Ownership"));
        assertThat(world.store.relationships())
                .extracting(Relationship::type)
                .containsExactlyInAnyOrder(
                        new TypeName("DataFlow"), new TypeName("DataFlow"), new TypeName("NestedFile"));
        Guid file = new Guid(answer.at("/batches/0/results/1/guid").textValue());
        assertThat(world.store.get(world.call.requester(), file, false))
                .hasValueSatisfying(made -> assertThat(made.source())
                        .hasValueSatisfying(source -> assertThat(source.guid()).isEqualTo(new Guid("FileSystem-1"))));
    }

    @Test
    void repeatedRequestIsAnsweredAndNotCarriedOut() {
        String[] request = {BEGIN, create("FileFolder", "a", ""), COMMIT, create("FileFolder", "b", "")};
        JsonNode first = send(request);
        JsonNode again = send(request);
        assertThat(again.findValues("repeated")).allMatch(JsonNode::booleanValue);
        assertThat(again.findValues("guid")).isEqualTo(first.findValues("guid"));
        assertThat(world.store.elements()).hasSize(2);
    }

    @Test
    void requestThatBrokeOffGoesOnWhereItStood() {
        BatchRefusedException broken = catchThrowableOfType(
                BatchRefusedException.class,
                () -> door.carryOut(
                        world.store,
                        world.call.requester(),
                        new SequenceInputStream(
                                body(BEGIN, create("FileFolder", "a", ""), COMMIT, create("FileFolder", "b", "")),
                                broken())));
        assertThat(broken.reason().definition()).isEqualTo(MetadataMessage.BAD_LINE);
        assertThat(world.store.elements()).hasSize(1);
        JsonNode again = send(BEGIN, create("FileFolder", "a", ""), COMMIT, create("FileFolder", "b", ""));
        assertThat(again.at("/batches/0/repeated").booleanValue()).isTrue();
        assertThat(again.at("/batches/1/repeated").booleanValue()).isFalse();
        assertThat(world.store.elements()).hasSize(2);
    }

    @Test
    void otherLinesUnderAnIdThatWasUsedAreRefused() {
        send(BEGIN, create("FileFolder", "a", ""));
        BatchRefusedException refused = refused(BEGIN, create("FileFolder", "b", ""));
        assertThat(refused.reason().id()).isEqualTo("OPEN-METADATA-STORE-409-001");
        assertThat(refused.members().has("operation")).isFalse();
        assertThat(world.store.elements()).hasSize(1);
    }

    @Test
    void refusalTellsWhichChangeItWasAndWhatWasCarriedOut() {
        BatchRefusedException refused = refused(
                BEGIN,
                create("FileFolder", "a", ""),
                COMMIT,
                "",
                create("FileFolder", "b", ""),
                create("FileFolder", "a", ""),
                create("FileFolder", "c", ""),
                COMMIT,
                create("FileFolder", "d", ""));
        assertThat(refused.reason().id()).isEqualTo("OMAG-COMMON-409-001");
        ObjectNode members = refused.members();
        assertThat(members.get("kind").textValue()).isEqualTo("DUPLICATE_NAME");
        assertThat(members.get("batch").intValue()).isEqualTo(1);
        assertThat(members.get("operation").intValue()).isEqualTo(1);
        assertThat(members.get("line").longValue()).isEqualTo(8);
        assertThat(members.get("batches")).hasSize(1);
        assertThat(members.get("parameters")).isNotEmpty();
        assertThat(world.store.elements()).hasSize(1);
    }

    @Test
    void storeThatIsAwayIsNobodysFault() {
        world.store.failWith(MetadataMessage.SERVER_NOT_AVAILABLE.with("cocoMDS1", "erin"));
        BatchRefusedException refused = refused(BEGIN, create("FileFolder", "a", ""));
        assertThat(refused.members().get("kind").textValue()).isEqualTo("UNAVAILABLE");
        assertThat(refused.members().has("operation")).isFalse();
        world.store.recover();
        assertThat(send(BEGIN, create("FileFolder", "a", ""))
                        .at("/batches/0/repeated")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void beginAloneIsAnswered() {
        assertThat(json(send(BEGIN).toString().replace('"', '\''))).isEqualTo(json("{'batches':[],'requestId':'r-1'}"));
        assertThat(send(BEGIN, COMMIT, COMMIT).get("batches")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'create':{'typeName':'FileFolder','propertes':{}}}|OPEN-METADATA-STORE-400-003",
                "{'create':{}}|OMAG-COMMON-400-006",
                "{'create':5}|OPEN-METADATA-STORE-400-003",
                "{'creat':{}}|OPEN-METADATA-STORE-400-003",
                "{'begin':{'requestId':'r-2'}}|OPEN-METADATA-STORE-400-003",
                "{'remove':{'guid':'g','removal':'SHRED'}}|OPEN-METADATA-STORE-400-003",
                "{'remove':{}}|OMAG-COMMON-400-006",
                "{'unrelate':{'guid':'two lines'}}|OPEN-METADATA-STORE-400-003",
                "{'relate':{'typeName':'DataFlow','end1':{'guid':'g'}}}|OMAG-COMMON-400-006",
                "{'relate':{'typeName':'DataFlow','end1':{},'end2':{}}}|OPEN-METADATA-STORE-400-003",
                "{'relate':{'typeName':'DataFlow','end1':{'guid':'g','qualifiedName':'q'},'end2':{}}}|OPEN-METADATA-STORE-400-003",
                "{'commit':{'all':true}}|OPEN-METADATA-STORE-400-003",
                "{'restore':{'guid':'g'},'unrelate':{'guid':'g'}}|OPEN-METADATA-STORE-400-006",
                "{'restore':|OPEN-METADATA-STORE-400-006",
                "5|OPEN-METADATA-STORE-400-006"
            })
    void wrongLineIsRefusedWithItsPlace(String line, String messageId) {
        BatchRefusedException refused = refused(BEGIN, create("FileFolder", "a", ""), line);
        assertThat(refused.reason().id()).isEqualTo(messageId);
        assertThat(refused.members().get("operation").intValue()).isEqualTo(1);
        assertThat(refused.members().get("line").longValue()).isEqualTo(3);
        assertThat(world.store.elements()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|OMAG-COMMON-400-006",
                "{'commit':{}}|OMAG-COMMON-400-006",
                "{'begin':{}}|OMAG-COMMON-400-006",
                "{'begin':{'requestId':'a b'}}|OPEN-METADATA-STORE-400-003",
                "{'begin':{'requestId':'r','user':'u'}}|OPEN-METADATA-STORE-400-003"
            })
    void requestWithoutABeginningIsRefused(String line, String messageId) {
        BatchRefusedException refused = refused(line, create("FileFolder", "a", ""));
        // An empty line is skipped, so what comes next is not a beginning either.
        assertThat(refused.reason().id()).isEqualTo(messageId);
        assertThat(refused.members().has("operation")).isFalse();
    }

    @Test
    void sourceThatCannotBeKeptIsRefused() {
        String begin = "{'begin':{'requestId':'%s','externalSourceGUID':'%s'}}";
        assertThat(refused(begin.formatted("r", "g".repeat(256)), create("FileFolder", "a", ""))
                        .reason()
                        .id())
                .isEqualTo("OPEN-METADATA-STORE-400-003");
        assertThat(send(begin.formatted("r", "g".repeat(255)), create("FileFolder", "a", ""))
                        .get("batches"))
                .hasSize(1);
    }

    @Test
    void batchAndRequestHaveTheirLimits() {
        String thousand = IntStream.range(0, BatchRequest.MOST_IN_BATCH)
                .mapToObj(i -> "{'restore':{'guid':'g'}}")
                .collect(Collectors.joining("\n"));
        assertThat(refused(BEGIN, thousand, "{'restore':{'guid':'g'}}").reason().id())
                .isEqualTo("OPEN-METADATA-STORE-400-005");
        String removals = thousand.replace("restore", "unrelate");
        String full =
                IntStream.range(0, 10).mapToObj(i -> removals + "\n" + COMMIT).collect(Collectors.joining("\n"));
        assertThat(send("{'begin':{'requestId':'full'}}", full).get("batches")).hasSize(10);
        BatchRefusedException refused = refused("{'begin':{'requestId':'more'}}", full, "{'unrelate':{'guid':'g'}}");
        assertThat(refused.reason().id()).isEqualTo("OPEN-METADATA-STORE-400-005");
        assertThat(refused.members().get("batches")).hasSize(10);
        assertThat(refused(BEGIN, "{'restore':{'guid':'" + "g".repeat(1 << 20) + "'}}")
                        .reason()
                        .id())
                .isEqualTo("OPEN-METADATA-STORE-413-001");
    }

    @Test
    void batchIsRefusedBeforeItTakesMoreMemoryThanItMay() {
        String large = "{'update':{'guid':'g','properties':{'propertyValueMap':{"
                + text("description", "d".repeat(1_000_000)) + "}}}}\n";
        BatchRefusedException refused =
                refused(BEGIN, create("FileFolder", "a", ""), COMMIT, large.repeat(17), "this is not read any more");
        assertThat(refused.reason().id()).isEqualTo("OPEN-METADATA-STORE-413-003");
        assertThat(refused.members().get("line").longValue()).isEqualTo(20);
        assertThat(refused.members().get("operation").intValue()).isEqualTo(16);
        assertThat(refused.members().get("batches")).hasSize(1);
        String half = large.replace("'g'", "'" + world.create("FileFolder", "large") + "'")
                .repeat(9);
        assertThat(send("{'begin':{'requestId':'committed'}}", half, COMMIT, half)
                        .get("batches"))
                .hasSize(2);
    }

    @Test
    void linesAreUtf8() {
        send(BEGIN, create("FileFolder", "日本", ""));
        assertThat(world.store.elements()).singleElement().satisfies(element -> assertThat(
                        element.properties().text("qualifiedName"))
                .contains("日本"));
        byte[] latin = "{\"begin\":{\"requestId\":\"\u00e4\"}}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> door.carryOut(world.store, world.call.requester(), new ByteArrayInputStream(latin)))
                .hasMessageStartingWith("OPEN-METADATA-STORE-400-006");
    }

    private JsonNode send(String... lines) {
        BatchStore store = world.store;
        return door.carryOut(store, world.call.requester(), body(lines));
    }

    private BatchRefusedException refused(String... lines) {
        BatchRefusedException refused = catchThrowableOfType(BatchRefusedException.class, () -> send(lines));
        assertThat(refused).as("the request is refused").isNotNull();
        return refused;
    }

    private static InputStream body(String... lines) {
        return new ByteArrayInputStream(
                (String.join("\n", lines) + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
    }

    private static String create(String type, String name, String more) {
        return "{'create':{'typeName':'" + type + "','properties':{'propertyValueMap':{" + text("qualifiedName", name)
                + "}}" + more + "}}";
    }
}
