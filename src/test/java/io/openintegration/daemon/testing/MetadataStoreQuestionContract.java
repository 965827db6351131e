package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.RelationshipQuery.Ends;
import io.openintegration.daemon.metadata.RelationshipQuery.Rule;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * All questions that the port knows. Beyond {@link MetadataStoreSearchContract}, Egeria's protocol has no words for relationships of any type, or
 * not at certain elements; does not tell of a property that there is not; and what its servers make of lists, maps and an order by a property is
 * not known.
 */
public abstract class MetadataStoreQuestionContract extends MetadataStoreSearchContract {

    @Override
    boolean answersEverything() {
        return true;
    }

    @Test
    void listsAndMapsAreCompared() {
        rich();
        assertThat(names(compare("authors", Comparison.EQUAL, new PropertyValue.TextList(List.of("a", "b")))))
                .containsExactly("n");
        assertThat(names(compare("authors", Comparison.EQUAL, new PropertyValue.TextList(List.of("a")))))
                .isEmpty();
        assertThat(names(
                        compare("additionalProperties", Comparison.EQUAL, new PropertyValue.TextMap(Map.of("k", "v")))))
                .containsExactly("n");
    }

    @Test
    void subTypesAreThoseOfTheType() {
        assertThatThrownBy(() -> names(ofTypes("DataFile", "FileFolder")))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith("OMAG-COMMON-400-019");
    }

    @Test
    void sequencesByAPropertyAreKeptOverPages() {
        columns();
        assertThat(paged(Sequence.byProperty("length", false))).containsExactly("a", "b", "e", "c", "d", "without");
        assertThat(paged(Sequence.byProperty("length", true))).containsExactly("d", "c", "b", "e", "a", "without");
        assertThat(paged(Sequence.byProperty("qualifiedName", true)))
                .containsExactly("without", "e", "d", "c", "b", "a");
    }

    @Test
    void misspeltNamesAreRefusedWithTheNearestOne() {
        refusedQuestion("OMAG-REPOSITORY-HANDLER-400-001", "pathName", new Condition.Present("pathNam"));
        refusedQuestion(
                "OMAG-REPOSITORY-HANDLER-400-001",
                "int",
                compare("length", Comparison.EQUAL, new PropertyValue.Text("1")));
        refusedQuestion(
                "OMAG-REPOSITORY-HANDLER-400-001",
                "authors",
                compare("authors", Comparison.LESS, new PropertyValue.TextList(List.of("a"))));
        refusedQuestion("OMAG-REPOSITORY-HANDLER-400-001", "length", text("length", Match.CONTAINS, "1", true));
        refusedQuestion(
                "OMAG-COMMON-400-018",
                "Confidentiality",
                new Condition.Any(
                        List.of(new Condition.Classified(new TypeName("Confidentialty"), Condition.always()))));
        refusedQuestion(
                "OMAG-REPOSITORY-HANDLER-400-001",
                "levelIdentifier",
                new Condition.Classified(CONFIDENTIALITY, new Condition.Present("levelIdentifer")));
        assertThatThrownBy(() -> paged(Sequence.byProperty("lenght", false))).hasMessageContaining("length");
        // A property of a sub-type may be asked for.
        assertThat(names(new ElementQuery(
                        Optional.of(new TypeName("Asset")),
                        Set.of(),
                        new Condition.Present("delimiterCharacter"),
                        false,
                        Sequence.CREATION_OLDEST,
                        ALL)))
                .isEmpty();
    }

    @Test
    void relationshipsAreFoundWhateverTheirTypeAndByWhereTheyAreNot() {
        Guid a = file("a");
        Guid b = file("b");
        Guid c = file("c");
        Guid ab = flow(a, b, "one");
        Guid bc = flow(b, c, "two");
        Guid mapping =
                one(ANYONE, relate("DataMapping", a, b, ElementProperties.NONE)).guid();
        assertThat(links(Optional.empty(), Ends.ANY, Condition.always())).containsExactly(ab, bc, mapping);
        assertThat(links(Optional.empty(), new Ends(Set.of(a), Set.of(a), Rule.NEITHER), Condition.always()))
                .containsExactly(bc);
        assertThatThrownBy(() -> links(Optional.of(DATA_FLOW), Ends.ANY, new Condition.Present("lable")))
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-001")
                .hasMessageContaining("label");
        assertThatThrownBy(() -> links(Optional.of(CSV_FILE), Ends.ANY, Condition.always()))
                .hasMessageStartingWith("OMAG-COMMON-400-019");
    }

    @Test
    void relationshipsComeInTheOrderOfAProperty() {
        Guid a = file("a");
        Guid b = file("b");
        Guid first = flow(a, b, "z");
        Guid second = flow(a, b, "y");
        assertThat(links(Sequence.byProperty("label", false), new Paging(0, 10)))
                .containsExactly(second, first);
        assertThat(links(Sequence.byProperty("label", false), new Paging(1, 1))).containsExactly(first);
    }

    private void refusedQuestion(String messageId, String nearest, Condition where) {
        assertThatThrownBy(() -> names(where))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith(messageId)
                .hasMessageContaining(nearest);
    }
}
