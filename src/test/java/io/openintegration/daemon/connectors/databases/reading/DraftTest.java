package io.openintegration.daemon.connectors.databases.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), 10, 10, 10, 5, 1_000, 1_000, 1_000_000, 1_000_000);

    private final List<Table> taken = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private final TableReceiver receiver = new TableReceiver() {

        @Override
        public boolean wants(String table) {
            return true;
        }

        @Override
        public void take(Table table) {
            taken.add(table);
        }

        @Override
        public void refuse(String table) {
            refused.add(table);
        }
    };

    private static Draft draft(String name) {
        return new Draft(Relation.of(name, TableKind.TABLE, Optional.empty()), LIMITS);
    }

    private static Column column(String name) {
        return new Column(
                name,
                DataType.INT,
                "int",
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void columnWhoseNameIsAHundredThousandCharactersLongHasItsTableRefused() {
        Draft draft = draft("t");
        draft.add(column("a"));
        draft.add(column("x".repeat(100_000)));

        draft.tell(receiver);

        assertThat(refused).containsExactly("t");
        assertThat(taken).isEmpty();
    }

    @Test
    void tableWithMoreColumnsThanAreTakenInIsRefused() {
        Draft draft = draft("t");
        for (int i = 0; i < 6; i++) {
            draft.add(column("c" + i));
        }

        draft.tell(receiver);

        assertThat(refused).containsExactly("t");
    }

    @Test
    void asManyColumnsAsThereMayBeAreTaken() {
        Draft draft = draft("t");
        for (int i = 0; i < 5; i++) {
            draft.add(column("c" + i));
        }

        draft.tell(receiver);

        assertThat(taken).singleElement().satisfies(table -> assertThat(table.columns())
                .hasSize(5));
    }

    @Test
    void tableWithAVeryLongNameIsRefused() {
        draft("x".repeat(1_001)).tell(receiver);

        assertThat(refused).hasSize(1);
    }

    @Test
    void keysAreMadeOfRowsInTheirOrder() {
        Draft draft = draft("t");
        draft.addToKey("PRIMARY", true, "b");
        draft.addToKey("PRIMARY", true, "a");
        draft.addToForeignKey(new ForeignKey("fk", List.of("a"), Optional.of("s"), "o", List.of("x")));
        draft.addToForeignKey(new ForeignKey("fk", List.of("b"), Optional.of("s"), "o", List.of("y")));
        draft.addToIndex(new Index("i", true, List.of("a"), Optional.of("BTREE"), Optional.empty()));
        draft.addToIndex(new Index("i", true, List.of("b"), Optional.of("BTREE"), Optional.empty()));

        draft.tell(receiver);

        assertThat(taken.get(0).keys()).containsExactly(new Key("PRIMARY", true, List.of("b", "a")));
        assertThat(taken.get(0).foreignKeys())
                .containsExactly(new ForeignKey("fk", List.of("a", "b"), Optional.of("s"), "o", List.of("x", "y")));
        assertThat(taken.get(0).indexes())
                .containsExactly(new Index("i", true, List.of("a", "b"), Optional.of("BTREE"), Optional.empty()));
    }

    @Test
    void tableWithoutColumnsCouldNotBeOpenedUnlessThereAreSuchTables() {
        draft("a").tell(receiver);
        draft("b").seen(ColumnSight.ALL).tell(receiver);
        Draft wide = draft("c");
        wide.add(column("a"));
        wide.tell(receiver);

        assertThat(taken).extracting(Table::hasAllColumns).containsExactly(false, true, true);
    }

    @Test
    void tableOfWhichColumnsMayBeHiddenHasAnotherStampThanOneThatIsSeen() {
        for (ColumnSight sight : new ColumnSight[] {ColumnSight.ALL_OR_NONE, ColumnSight.SOME}) {
            Draft draft = draft("t").seen(sight);
            draft.add(column("a"));
            draft.tell(receiver);
        }

        assertThat(taken).extracting(Table::hasAllColumns).containsExactly(true, false);
        assertThat(taken.get(0).stamp()).isNotEqualTo(taken.get(1).stamp());
    }

    @Test
    void stampIsAnotherOneAsSoonAsAnythingDiffers() {
        draft("t").tell(receiver);
        draft("t").tell(receiver);
        Draft changed = draft("t");
        changed.add(column("a"));
        changed.tell(receiver);

        assertThat(taken.get(0).stamp()).isEqualTo(taken.get(1).stamp());
        assertThat(taken.get(0).stamp()).isNotEqualTo(taken.get(2).stamp());
    }
}
