package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.RelationshipQuery;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.RelationshipQuery.Rule;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions by conditions, in a sequence: those for which Egeria's protocol has words. {@link MetadataStoreQuestionContract} has the others. */
public abstract class MetadataStoreSearchContract extends MetadataStoreContract {

    static final TypeName CONFIDENTIALITY = new TypeName("Confidentiality");
    static final TypeName DATA_FLOW = new TypeName("DataFlow");
    static final Paging ALL = new Paging(0, 1_000);

    @Test
    void comparisonsAreThoseOfTheValuesKind() {
        column("short", 3);
        column("middle", 20);
        column("long", 100);
        folder("without");
        assertThat(names(length(Comparison.EQUAL, 20))).containsExactly("middle");
        assertThat(names(length(Comparison.LESS, 20))).containsExactly("short");
        assertThat(names(length(Comparison.LESS_OR_EQUAL, 20))).containsExactly("short", "middle");
        assertThat(names(length(Comparison.GREATER, 20))).containsExactly("long");
        assertThat(names(length(Comparison.GREATER_OR_EQUAL, 20))).containsExactly("middle", "long");
        assertThat(names(new Condition.None(List.of(length(Comparison.EQUAL, 20)))))
                .containsExactly("short", "long", "without");
        assertThat(names(new Condition.Present("length"))).containsExactly("short", "middle", "long");
        assertThat(names(new Condition.None(List.of(new Condition.Present("length")))))
                .containsExactly("without");
    }

    @Test
    void datesAndEnumerationsAreCompared() {
        rich();
        file("other");
        assertThat(names(compare("storeUpdateTime", Comparison.GREATER, new PropertyValue.Date(NOW.minusMillis(1)))))
                .containsExactly("n");
        assertThat(names(compare("storeUpdateTime", Comparison.GREATER, new PropertyValue.Date(NOW))))
                .isEmpty();
        assertThat(names(compare(
                        "contentStatus", Comparison.EQUAL, new PropertyValue.Choice("ContentStatus", "ACTIVE"))))
                .containsExactly("n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100%",
                "a_b",
                "it's",
                "\"quoted\"",
                "a!b",
                "back\\slash",
                "*",
                "日本",
                "Ünï",
                "\uD83D\uDE00",
                "\u0000",
                "line\nfeed"
            })
    void textIsLiteral(String text) {
        describe("1", text);
        describe("2", text + " end");
        describe("3", "start " + text);
        describe("4", "100 aXb a.b");
        assertThat(names(text("description", Match.WHOLE, text, false))).containsExactly("1");
        assertThat(names(compare("description", Comparison.EQUAL, new PropertyValue.Text(text))))
                .containsExactly("1");
        assertThat(names(text("description", Match.STARTS_WITH, text, false))).containsExactly("1", "2");
        assertThat(names(text("description", Match.ENDS_WITH, text, false))).containsExactly("1", "3");
        assertThat(names(text("description", Match.CONTAINS, text, false))).containsExactly("1", "2", "3");
    }

    @Test
    void oneTextPropertyIsNotAnother() {
        describe("n", "hidden");
        assertThat(names(text("displayName", Match.CONTAINS, "hidden", true))).isEmpty();
        one(
                ANYONE,
                create(
                        CSV_FILE,
                        ElementProperties.builder()
                                .text("qualifiedName", "m")
                                .map("additionalProperties", Map.of("displayName", "hidden"))
                                .build()));
        assertThat(names(compare("displayName", Comparison.EQUAL, new PropertyValue.Text("hidden"))))
                .isEmpty();
        assertThat(names(new Condition.Present("displayName"))).isEmpty();
        assertThat(names(new Condition.None(List.of(new Condition.Present("displayName")))))
                .containsExactly("n", "m");
    }

    @Test
    void caseMattersWhereAsked() {
        describe("n", "ÄRGER");
        assertThat(names(text("description", Match.WHOLE, "ärger", true))).containsExactly("n");
        assertThat(names(text("description", Match.WHOLE, "ärger", false))).isEmpty();
    }

    @Test
    void manyNamesAreOneQuestion() {
        // a server that is asked by single calls makes those of one set side by side: the ends of the page have sets of
        // their own
        int[] ends = {0, 600, 601, 698, 699, 700};
        for (int set = 1; set < ends.length; set++) {
            Change[] creates = IntStream.range(ends[set - 1], ends[set])
                    .mapToObj(i -> create(i % 2 == 0 ? CSV_FILE : FOLDER, named("file " + i)))
                    .toArray(Change[]::new);
            store.apply(ANYONE, ChangeSet.of(creates));
        }
        List<Condition> wanted = IntStream.range(0, 2_000)
                .mapToObj(i -> compare("qualifiedName", Comparison.EQUAL, new PropertyValue.Text("file " + i)))
                .toList();
        assertThat(names(new Condition.Any(wanted))).hasSize(700);
        ElementQuery files = new ElementQuery(
                Optional.of(new TypeName("DataFile")),
                Set.of(),
                new Condition.Any(wanted),
                false,
                Sequence.CREATION_OLDEST,
                new Paging(300, 100));
        assertThat(names(files)).hasSize(50).startsWith("file 600").endsWith("file 698");
    }

    @Test
    void classificationsAreConditionsToo() {
        Guid secret = file("secret");
        file("plain");
        one(
                ANYONE,
                new Change.Classify(
                        ElementRef.to(secret),
                        CONFIDENTIALITY,
                        ElementProperties.builder().number("levelIdentifier", 3).build()));
        Condition level = compare("levelIdentifier", Comparison.GREATER, new PropertyValue.IntNumber(2));
        assertThat(names(new Condition.Classified(CONFIDENTIALITY, Condition.always())))
                .containsExactly("secret");
        assertThat(names(new Condition.Classified(CONFIDENTIALITY, level))).containsExactly("secret");
        assertThat(names(new Condition.Classified(CONFIDENTIALITY, new Condition.None(List.of(level)))))
                .isEmpty();
        assertThat(names(new Condition.None(List.of(new Condition.Classified(CONFIDENTIALITY, Condition.always())))))
                .containsExactly("plain");
    }

    @Test
    void typeAndSubTypesLimitWhatIsFound() {
        file("csv");
        one(ANYONE, create(new TypeName("JSONFile"), named("json")));
        folder("folder");
        assertThat(names(ofTypes("DataStore"))).containsExactly("csv", "json", "folder");
        assertThat(names(ofTypes("DataStore", "CSVFile", "FileFolder"))).containsExactly("csv", "folder");
    }

    @Test
    void archivedElementsAreFoundForLineageOnly() {
        one(ANYONE, archive(describe("gone", "x")));
        describe("here", "x");
        Condition where = text("description", Match.CONTAINS, "x", false);
        assertThat(names(where)).containsExactly("here");
        assertThat(names(new ElementQuery(Optional.empty(), Set.of(), where, true, Sequence.CREATION_OLDEST, ALL)))
                .containsExactly("gone", "here");
    }

    @Test
    void sequencesInTimeAreKeptOverPages() {
        columns();
        assertThat(paged(Sequence.CREATION_OLDEST)).containsExactly("b", "a", "d", "c", "e", "without");
        assertThat(paged(Sequence.CREATION_RECENT)).containsExactly("without", "e", "c", "d", "a", "b");
        // The clock stands, so what is equal comes in the order of creation.
        assertThat(paged(Sequence.UPDATE_RECENT)).containsExactly("b", "a", "d", "c", "e", "without");
    }

    /** Whether the store has an answer to every question; else it may refuse one as not expressible, but not answer it wrongly. */
    boolean answersEverything() {
        return false;
    }

    private Optional<List<Element>> answer(ElementQuery query) {
        try {
            return Optional.of(store.find(ANYONE, query));
        } catch (MetadataStoreException refused) {
            assertThat(answersEverything()).as(refused.getMessage()).isFalse();
            assertThat(refused.reason().id()).isEqualTo("METADATA-SERVER-CLIENT-400-002");
            return Optional.empty();
        }
    }

    /** Whatever a database does to find candidates, the answer is that of the condition itself. */
    @Test
    void anyConditionFindsWhatItHoldsFor() {
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            ElementProperties.Builder properties = ElementProperties.builder().text("qualifiedName", "n" + i);
            if (random.nextBoolean()) {
                properties.text("description", RandomConditions.text(random));
            }
            if (random.nextBoolean()) {
                properties.text("displayName", RandomConditions.text(random));
            }
            if (random.nextBoolean()) {
                properties.number("length", random.nextInt(4));
            }
            Guid guid = one(ANYONE, create(new TypeName("RelationalColumn"), properties.build()))
                    .guid();
            if (random.nextBoolean()) {
                one(
                        ANYONE,
                        new Change.Classify(
                                ElementRef.to(guid),
                                CONFIDENTIALITY,
                                ElementProperties.builder()
                                        .number("levelIdentifier", random.nextInt(3))
                                        .build()));
            }
        }
        List<Element> all = store.find(ANYONE, query(Condition.always(), Sequence.CREATION_OLDEST, ALL));
        assertThat(all).hasSize(60);
        int answered = 0;
        for (int i = 0; i < 150; i++) {
            Condition where = RandomConditions.any(random, 3);
            Sequence sequence = RandomConditions.sequence(random);
            Paging paging = new Paging(random.nextInt(10), 1 + random.nextInt(60));
            List<Element> expected = all.stream()
                    .filter(where::holds)
                    .sorted(Comparator.comparing(sequence::rank, sequence.order()))
                    .skip(paging.startFrom())
                    .limit(paging.pageSize())
                    .toList();
            Optional<List<Element>> found = answer(query(where, sequence, paging));
            answered += found.isPresent() ? 1 : 0;
            assertThat(found.orElse(expected))
                    .as("%s by %s, %s", where, sequence, paging)
                    .isEqualTo(expected);
        }
        assertThat(answered).as("questions answered").isGreaterThan(30);
    }

    @Test
    void relationshipsAreFoundByTypeEndsAndConditions() {
        Guid a = file("a");
        Guid b = file("b");
        Guid c = file("c");
        Guid ab = flow(a, b, "one");
        Guid bc = flow(b, c, "two");
        Guid ca = flow(c, a, "three");
        Guid mapping =
                one(ANYONE, relate("DataMapping", a, b, ElementProperties.NONE)).guid();
        assertThat(links(Optional.of(DATA_FLOW), Ends.ANY, Condition.always())).containsExactly(ab, bc, ca);
        assertThat(links(Optional.of(DATA_FLOW), Ends.ANY, text("label", Match.CONTAINS, "t", true)))
                .containsExactly(bc, ca);
        assertThat(links(Optional.of(DATA_FLOW), Ends.ANY, text("label", Match.WHOLE, "TWO", true)))
                .containsExactly(bc);
        assertThat(links(
                        Optional.of(DATA_FLOW),
                        Ends.ANY,
                        compare("label", Comparison.EQUAL, new PropertyValue.Text("one"))))
                .containsExactly(ab);
        assertThat(links(Optional.empty(), new Ends(Set.of(a), Set.of(), Rule.BOTH), Condition.always()))
                .containsExactly(ab, mapping);
        assertThat(links(Optional.empty(), new Ends(Set.of(), Set.of(a), Rule.BOTH), Condition.always()))
                .containsExactly(ca);
        assertThat(links(Optional.empty(), new Ends(Set.of(a, b), Set.of(c), Rule.BOTH), Condition.always()))
                .containsExactly(bc);
        assertThat(links(Optional.empty(), new Ends(Set.of(a), Set.of(a), Rule.ONE), Condition.always()))
                .containsExactly(ab, ca, mapping);
        assertThat(links(Optional.empty(), Ends.between(a, c), Condition.always()))
                .containsExactly(ca);
        assertThat(links(Optional.of(DATA_FLOW), Ends.between(b, a), Condition.always()))
                .containsExactly(ab);
        assertThat(links(Optional.empty(), Ends.between(a, new Guid("nobody")), Condition.always()))
                .isEmpty();
    }

    @Test
    void relationshipsOfArchivedElementsAreFoundForLineageOnly() {
        Guid a = file("a");
        Guid b = file("b");
        Guid link = flow(a, b, "l");
        one(ANYONE, archive(b));
        assertThat(links(Optional.of(DATA_FLOW), Ends.ANY, Condition.always())).isEmpty();
        assertThat(store.find(
                        ANYONE,
                        new RelationshipQuery(
                                Optional.of(DATA_FLOW),
                                Ends.ANY,
                                Condition.always(),
                                true,
                                Sequence.CREATION_OLDEST,
                                ALL)))
                .extracting(Relationship::guid)
                .containsExactly(link);
    }

    @Test
    void relationshipsComeInTheirSequence() {
        Guid a = file("a");
        Guid b = file("b");
        Guid first = flow(a, b, "z");
        Guid second = flow(a, b, "y");
        assertThat(links(Sequence.CREATION_RECENT, new Paging(0, 10))).containsExactly(second, first);
        assertThat(links(Sequence.CREATION_OLDEST, new Paging(1, 1))).containsExactly(second);
        assertThat(store.related(
                        ANYONE,
                        new RelatedQuery(a, Optional.empty(), 1, false, Sequence.CREATION_RECENT, new Paging(0, 1))))
                .extracting(found -> found.relationship().guid())
                .containsExactly(second);
    }

    @Test
    void relationshipAndSeveralElementsAreReadByGuid() {
        Guid a = file("a");
        Guid b = file("b");
        Guid link = flow(a, b, "l");
        assertThat(store.relationship(ANYONE, link)).hasValueSatisfying(found -> {
            assertThat(found.end1()).isEqualTo(a);
            assertThat(found.properties().text("label")).contains("l");
        });
        assertThat(store.relationship(ANYONE, new Guid("nobody"))).isEmpty();
        one(ANYONE, archive(b));
        assertThat(store.get(ANYONE, List.of(a, b, a, new Guid("nobody"))))
                .containsOnlyKeys(a, b)
                .containsEntry(b, read(b));
        assertThat(store.get(ANYONE, List.of())).isEmpty();
    }

    /** A file with properties of every kind, named "n". */
    void rich() {
        one(
                ANYONE,
                create(
                        CSV_FILE,
                        ElementProperties.builder()
                                .text("qualifiedName", "n")
                                .date("storeUpdateTime", NOW)
                                .choice("contentStatus", "ContentStatus", "ACTIVE")
                                .list("authors", List.of("a", "b"))
                                .map("additionalProperties", Map.of("k", "v"))
                                .build()));
    }

    /** Of several lengths, and a folder, which has none. */
    void columns() {
        List<String> names = List.of("b", "a", "d", "c", "e");
        for (int i = 0; i < names.size(); i++) {
            column(names.get(i), List.of(7, 3, 100, 20, 7).get(i));
        }
        folder("without");
    }

    private Guid column(String name, int length) {
        return one(
                        ANYONE,
                        create(
                                new TypeName("RelationalColumn"),
                                ElementProperties.builder()
                                        .text("qualifiedName", name)
                                        .number("length", length)
                                        .build()))
                .guid();
    }

    private Guid describe(String name, String description) {
        return one(
                        ANYONE,
                        create(
                                CSV_FILE,
                                ElementProperties.builder()
                                        .text("qualifiedName", name)
                                        .text("description", description)
                                        .date("storeCreateTime", Instant.EPOCH)
                                        .build()))
                .guid();
    }

    Guid flow(Guid from, Guid to, String label) {
        return one(
                        ANYONE,
                        relate(
                                "DataFlow",
                                from,
                                to,
                                ElementProperties.builder().text("label", label).build()))
                .guid();
    }

    List<String> names(Condition where) {
        return names(query(where, Sequence.CREATION_OLDEST, ALL));
    }

    List<String> names(ElementQuery query) {
        return store.find(ANYONE, query).stream()
                .map(element -> element.qualifiedName().orElseThrow().value())
                .toList();
    }

    List<String> paged(Sequence sequence) {
        List<String> paged = new ArrayList<>();
        for (int start = 0; start < 8; start += 2) {
            paged.addAll(names(query(Condition.always(), sequence, new Paging(start, 2))));
        }
        return paged;
    }

    List<Guid> links(Optional<TypeName> type, Ends ends, Condition where) {
        return store
                .find(ANYONE, new RelationshipQuery(type, ends, where, false, Sequence.CREATION_OLDEST, ALL))
                .stream()
                .map(Relationship::guid)
                .toList();
    }

    List<Guid> links(Sequence sequence, Paging paging) {
        return store
                .find(
                        ANYONE,
                        new RelationshipQuery(
                                Optional.of(DATA_FLOW), Ends.ANY, Condition.always(), false, sequence, paging))
                .stream()
                .map(Relationship::guid)
                .toList();
    }

    private static ElementQuery query(Condition where, Sequence sequence, Paging paging) {
        return new ElementQuery(Optional.empty(), Set.of(), where, false, sequence, paging);
    }

    static ElementQuery ofTypes(String type, String... subTypes) {
        return new ElementQuery(
                Optional.of(new TypeName(type)),
                Set.copyOf(List.of(subTypes).stream().map(TypeName::new).toList()),
                Condition.always(),
                false,
                Sequence.CREATION_OLDEST,
                ALL);
    }

    private static Condition length(Comparison comparison, int value) {
        return compare("length", comparison, new PropertyValue.IntNumber(value));
    }

    static Condition compare(String property, Comparison comparison, PropertyValue value) {
        return new Condition.Compare(property, comparison, value);
    }

    static Condition text(String property, Match match, String text, boolean ignoreCase) {
        return new Condition.Matches(property, match, text, ignoreCase);
    }
}
