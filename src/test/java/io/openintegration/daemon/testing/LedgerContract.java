package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.Ledger;
import io.openintegration.daemon.reconcile.LedgerEntry;
import io.openintegration.daemon.reconcile.LedgerHistory;
import io.openintegration.daemon.reconcile.LedgerIntent;
import io.openintegration.daemon.reconcile.LedgerMark;
import io.openintegration.daemon.reconcile.LedgerOwner;
import io.openintegration.daemon.reconcile.LedgerPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link Ledger} promises. */
public abstract class LedgerContract {

    private static final ItemKey LANDING = new ItemKey("/data/landing");

    /** The same empty ledger at each call of one test. */
    protected abstract Ledger ledger();

    @Test
    void emptyLedgerFindsNothing() {
        assertThat(ledger().find(LANDING)).isEmpty();
        assertThat(ledger().topScopes()).isEmpty();
        assertThat(ledger().entries(LANDING)).isEmpty();
    }

    @Test
    void savedEntryIsFoundAsItWas() {
        LedgerEntry file = file("/data/landing/week1.csv", List.of(part("a"), part("b")));
        ledger().save(List.of(scope(LANDING), file), List.of());

        assertThat(ledger().find(file.key())).contains(file);
        assertThat(ledger().find(LANDING)).contains(scope(LANDING));
    }

    @Test
    void topScopesAreTheEntriesWithoutScope() {
        LedgerEntry other = scope(new ItemKey("/data/other"));
        ledger().save(List.of(scope(LANDING), other, file("/data/landing/a.csv", List.of())), List.of());

        assertThat(ledger().topScopes()).containsExactlyInAnyOrder(scope(LANDING), other);
    }

    @Test
    void entriesAreThoseDirectlyInTheScope() {
        LedgerEntry nested = entry(new ItemKey("/data/landing/deep"), Optional.of(LANDING), true, List.of());
        LedgerEntry below = entry(new ItemKey("/data/landing/deep/b.csv"), Optional.of(nested.key()), false, List.of());
        LedgerEntry file = file("/data/landing/a.csv", List.of());
        ledger().save(List.of(scope(LANDING), nested, below, file), List.of());

        assertThat(ledger().entries(LANDING)).containsExactlyInAnyOrder(nested, file);
        assertThat(ledger().entries(nested.key())).containsExactly(below);
    }

    @Test
    void savingReplacesTheEntryOfTheSameKey() {
        ledger().save(List.of(file("/data/landing/a.csv", List.of())), List.of());
        LedgerEntry changed = file("/data/landing/a.csv", List.of(part("new")));
        ledger().save(List.of(changed), List.of());

        assertThat(ledger().entries(LANDING)).containsExactly(changed);
    }

    @Test
    void replacedEntryMayMoveToAnotherScope() {
        LedgerEntry before = file("a.csv", List.of());
        LedgerEntry after = entry(before.key(), Optional.of(new ItemKey("/elsewhere")), false, List.of());
        ledger().save(List.of(before), List.of());
        ledger().save(List.of(after), List.of());

        assertThat(ledger().entries(LANDING)).isEmpty();
        assertThat(ledger().entries(new ItemKey("/elsewhere"))).containsExactly(after);
    }

    @Test
    void forgottenEntryIsGone() {
        LedgerEntry kept = file("/data/landing/kept.csv", List.of());
        LedgerEntry gone = file("/data/landing/gone.csv", List.of());
        ledger().save(List.of(kept, gone), List.of());
        ledger().save(List.of(), List.of(gone.key(), new ItemKey("/never/there")));

        assertThat(ledger().find(gone.key())).isEmpty();
        assertThat(ledger().entries(LANDING)).containsExactly(kept);
    }

    @Test
    void manyKeysAreFoundAtOnce() {
        List<LedgerEntry> entries = IntStream.range(0, 1_234)
                .mapToObj(i -> file("/data/landing/" + i + ".csv", List.of()))
                .toList();
        ledger().save(entries, List.of());
        List<ItemKey> keys = IntStream.range(0, 2_000)
                .mapToObj(i -> new ItemKey("/data/landing/" + i + ".csv"))
                .toList();

        Map<ItemKey, LedgerEntry> found = ledger().find(keys);
        assertThat(found).hasSize(1_234);
        assertThat(found.values()).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(ledger().find(List.<ItemKey>of())).isEmpty();
        assertThat(ledger().find(List.of(keys.get(0), keys.get(0)))).hasSize(1);
    }

    @Test
    void marksTellOfTheEntriesDirectlyInTheScope() {
        LedgerEntry nested = entry(new ItemKey("/data/landing/deep"), Optional.of(LANDING), true, List.of());
        LedgerEntry file = file("/data/landing/a.csv", List.of(part("a")));
        ledger().save(List.of(scope(LANDING), nested, file), List.of());

        assertThat(ledger().marks(Optional.of(LANDING)))
                .containsExactlyInAnyOrder(LedgerMark.of(nested), LedgerMark.of(file));
        assertThat(ledger().marks(Optional.empty())).containsExactly(LedgerMark.of(scope(LANDING)));
        assertThat(ledger().marks(Optional.of(new ItemKey("/none")))).isEmpty();
    }

    @Test
    void marksComeInPortionsEachOnceWhateverIsForgottenOnTheWay() {
        List<LedgerEntry> entries = IntStream.range(0, 25)
                .mapToObj(i -> file("/data/landing/" + i % 3 + "/" + i + ".csv", List.of()))
                .toList();
        ledger().save(entries, List.of());
        ledger().save(List.of(scope(LANDING)), List.of());

        List<LedgerMark> met = new ArrayList<>();
        ledger().marks(Optional.of(LANDING), 7, portion -> {
            assertThat(portion).hasSize(Math.min(7, 25 - met.size()));
            met.addAll(portion);
            ledger().save(List.of(), portion.stream().map(LedgerMark::key).toList());
        });
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        entries.stream().map(LedgerMark::of).toList());
        ledger().marks(Optional.of(LANDING), 7, portion -> fail("nothing is left"));
        ledger().marks(Optional.empty(), 7, portion -> assertThat(portion)
                .containsExactly(LedgerMark.of(scope(LANDING))));
    }

    @Test
    void entriesAreCountedWithTheScopesInThem() {
        LedgerEntry nested = entry(new ItemKey("/data/landing/deep"), Optional.of(LANDING), true, List.of());
        LedgerEntry below = entry(new ItemKey("/data/landing/deep/b.csv"), Optional.of(nested.key()), false, List.of());
        LedgerEntry other = scope(new ItemKey("/data/other"));
        assertThat(ledger().count()).isZero();
        assertThat(ledger().countIn(LANDING)).isZero();
        ledger().save(List.of(scope(LANDING), nested, below, file("/data/landing/a.csv", List.of()), other), List.of());

        assertThat(ledger().count()).isEqualTo(5);
        assertThat(ledger().countIn(LANDING)).isEqualTo(3);
        assertThat(ledger().countIn(nested.key())).isEqualTo(1);
        assertThat(ledger().countIn(other.key())).isZero();
    }

    @Test
    void missingItemKeepsTheTimeWhenItWasFirstMissed() {
        LedgerEntry file = file("/data/landing/a.csv", List.of(part("a")));
        Instant first = Instant.parse("2026-03-02T10:00:00.123Z");
        ledger().save(List.of(file), List.of());

        ledger().markMissing(List.of(file.key(), new ItemKey("/never/there")), first);
        ledger().markMissing(List.of(file.key()), first.plusSeconds(60));

        LedgerHistory history = new LedgerHistory(
                file.history().cataloguedAt(),
                Optional.of(first),
                file.history().madeBy());
        assertThat(ledger().find(file.key()).map(LedgerEntry::history)).contains(history);
        assertThat(ledger().entries(LANDING)).hasSize(1);
        assertThat(ledger().marks(Optional.of(LANDING)))
                .singleElement()
                .satisfies(mark -> assertThat(mark.missingSince()).contains(first));
    }

    @Test
    void itemThatIsThereAgainIsNotMissing() {
        LedgerEntry file = file("/data/landing/a.csv", List.of(part("a")));
        ledger().save(List.of(file), List.of());
        ledger().markMissing(List.of(file.key()), Instant.parse("2026-03-02T10:00:00Z"));

        ledger().markPresent(List.of(file.key(), new ItemKey("/never/there")));

        assertThat(ledger().find(file.key())).contains(file);
        assertThat(ledger().missing(Optional.empty(), 10)).isEmpty();
        assertThat(ledger().findMissing("", new Paging(0, 10))).isEmpty();
    }

    @Test
    void missingItemsAreReadOneAfterAnotherWhileSomeAreForgotten() {
        List<ItemKey> keys = IntStream.range(0, 25)
                .mapToObj(i -> new ItemKey("/data/landing/" + i + ".csv"))
                .toList();
        ledger().save(keys.stream().map(key -> file(key.value(), List.of())).toList(), List.of());
        ledger().markMissing(keys.subList(0, 20), Instant.parse("2026-03-02T10:00:00Z"));

        Set<ItemKey> read = new HashSet<>();
        Optional<ItemKey> last = Optional.empty();
        List<LedgerEntry> page = ledger().missing(last, 7);
        while (!page.isEmpty()) {
            page.forEach(entry -> assertThat(read.add(entry.key())).isTrue());
            last = Optional.of(page.get(page.size() - 1).key());
            ledger().save(List.of(), List.of(last.get()));
            page = ledger().missing(last, 7);
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(keys.subList(0, 20));
    }

    @Test
    void missingItemsAreFoundByTextInKeyOrNameInTheOrderOfTheirKeys() {
        List<String> keys = List.of("/data/a%.csv", "/data/b.csv", "/data/bz_\0.csv", "/data/c.csv");
        ledger().save(keys.stream().map(key -> file(key, List.of())).toList(), List.of());
        ledger().markMissing(
                        keys.subList(0, 3).stream().map(ItemKey::new).toList(), Instant.parse("2026-03-02T10:00:00Z"));

        assertThat(missingKeys("", 0, 10)).containsExactlyElementsOf(keys.subList(0, 3));
        assertThat(missingKeys("", 1, 1)).containsExactly("/data/b.csv");
        assertThat(missingKeys("/b", 0, 10)).containsExactlyElementsOf(keys.subList(1, 3));
        assertThat(missingKeys("host::/data/b.", 0, 10)).containsExactly("/data/b.csv");
        assertThat(missingKeys("%", 0, 10)).containsExactly("/data/a%.csv");
        assertThat(missingKeys("\0", 0, 10)).containsExactly("/data/bz_\0.csv");
        assertThat(missingKeys("c.csv", 0, 10)).isEmpty();
    }

    private List<String> missingKeys(String containing, int start, int most) {
        return ledger().findMissing(containing, new Paging(start, most)).stream()
                .map(entry -> entry.key().value())
                .toList();
    }

    @Test
    void whatWasIntendedIsKnownUntilItIsSettled() {
        LedgerIntent folder =
                new LedgerIntent(LANDING, Optional.empty(), true, new QualifiedName("host::/data/landing"));
        LedgerIntent file = new LedgerIntent(
                new ItemKey("/data/landing/nul-\0-half-\uD83D.csv"),
                Optional.of(LANDING),
                false,
                new QualifiedName("host::\uD83D\uDE00"));
        LedgerEntry doubted = file("/data/landing/a.csv", List.of());
        assertThat(ledger().intended()).isEmpty();

        ledger().intend(List.of(folder), List.of());
        ledger().intend(List.of(folder, file), List.of(doubted));
        ledger().save(List.of(), List.of(new ItemKey("/never/there")));

        assertThat(ledger().intended()).containsExactly(folder, file);
        assertThat(ledger().find(doubted.key())).contains(doubted);

        ledger().settle(List.of(scope(LANDING)));

        assertThat(ledger().intended()).isEmpty();
        assertThat(ledger().find(LANDING)).contains(scope(LANDING));
    }

    @Test
    void manyLongItemsMayBeIntended() {
        List<LedgerIntent> intents = IntStream.range(0, 600)
                .mapToObj(i -> new LedgerIntent(
                        new ItemKey("/" + "ü".repeat(3_000) + i),
                        Optional.of(LANDING),
                        false,
                        new QualifiedName("host::/" + "ü".repeat(3_000) + i)))
                .toList();

        ledger().intend(intents, List.of());

        assertThat(ledger().intended()).containsExactlyInAnyOrderElementsOf(intents);
    }

    @Test
    void ownItemsAndPartsAreOwnedByTheirItem() {
        LedgerEntry file = file("/data/landing/a.csv", List.of(part("a"), part("b")));
        ledger().save(List.of(file), List.of());
        Guid part = file.parts().get(1).guid();

        LedgerOwner self = new LedgerOwner(Optional.empty(), file.key());
        assertThat(ledger().owners(List.of(file.guid(), part, new Guid("of-nobody"))))
                .isEqualTo(Map.of(file.guid(), self, part, self));
        assertThat(ledger().owners(List.of())).isEmpty();
    }

    @Test
    void partsThatAnItemLostAreOwnedByNobody() {
        LedgerEntry before = file("/data/landing/a.csv", List.of(part("a"), part("b")));
        LedgerEntry after = file("/data/landing/a.csv", List.of(part("a")));
        LedgerEntry gone = file("/data/landing/gone.csv", List.of(part("c")));
        ledger().save(List.of(before, gone), List.of());
        ledger().save(List.of(after), List.of(gone.key()));

        assertThat(ledger().owners(List.of(
                        part("a").guid(), part("b").guid(), part("c").guid(), gone.guid())))
                .containsOnlyKeys(part("a").guid());
    }

    @Test
    void savingNothingIsHarmless() {
        ledger().save(List.of(), List.of());

        assertThat(ledger().topScopes()).isEmpty();
    }

    @Test
    void keysAreCaseSensitiveLongAndOfAnyCharacters() {
        List<LedgerEntry> entries = List.of(
                file("/data/A.csv", List.of()),
                file("/data/a.csv", List.of()),
                file("/data/a.csv ", List.of()),
                file("/data/%_'\"\\;--\n.csv", List.of()),
                file("/data/nul-\0-half-\uD83D-escape-\u001B0000.csv", List.of(part("nul-\0-half-\uD83D"))),
                file("/data/nul-\0-half-\uD83E-escape-\u001B0000.csv", List.of()),
                file("/data/übung-日本語-\uD83D\uDE00.csv", List.of(part("größe-\uD83D\uDE00"))),
                file("/" + "x".repeat(3_998) + "1", List.of()),
                file("/" + "x".repeat(3_998) + "2", List.of()));
        ledger().save(entries, List.of());

        assertThat(ledger().entries(LANDING)).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(entries)
                .allSatisfy(entry -> assertThat(ledger().find(entry.key())).contains(entry));
    }

    @Test
    void entryMayHaveVeryManyParts() {
        List<LedgerPart> parts =
                IntStream.range(0, 12_000).mapToObj(i -> part("column" + i)).toList();
        LedgerEntry wide = file("/data/landing/wide.csv", parts);
        ledger().save(List.of(wide), List.of());

        assertThat(ledger().find(wide.key())).contains(wide);
        assertThat(ledger().entries(LANDING)).containsExactly(wide);
    }

    @Test
    void moreEntriesThanOneBatchAreAllKept() {
        List<LedgerEntry> entries = IntStream.range(0, 2_345)
                .mapToObj(i -> file("/data/landing/" + i + ".csv", List.of()))
                .toList();
        ledger().save(entries, List.of());

        assertThat(ledger().entries(LANDING)).containsExactlyInAnyOrderElementsOf(entries);
    }

    /** A top scope. */
    protected static LedgerEntry scope(ItemKey key) {
        return entry(key, Optional.empty(), true, List.of());
    }

    @Test
    void whatARunMadeIsHandedOutOncePageByPageWhateverIsForgottenMeanwhile() {
        List<LedgerEntry> made = IntStream.range(0, 25)
                .mapToObj(number -> file("made-" + number, List.of()))
                .toList();
        ledger().save(made, List.of());
        ledger().save(List.of(scope(new ItemKey("made by nobody"))), List.of());
        String run = made.get(0).history().madeBy().orElseThrow();

        List<LedgerEntry> found = new ArrayList<>();
        List<LedgerEntry> page = ledger().madeBy(run, Optional.empty(), 10);
        while (!page.isEmpty()) {
            found.addAll(page);
            ItemKey last = page.get(page.size() - 1).key();
            ledger().save(List.of(), List.of(last));
            page = ledger().madeBy(run, Optional.of(last), 10);
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(made);
        assertThat(ledger().madeBy("another run", Optional.empty(), 10)).isEmpty();
    }

    /** A file in the scope {@code /data/landing}. */
    protected static LedgerEntry file(String key, List<LedgerPart> parts) {
        return entry(new ItemKey(key), Optional.of(LANDING), false, parts);
    }

    private static LedgerEntry entry(ItemKey key, Optional<ItemKey> scope, boolean isScope, List<LedgerPart> parts) {
        return new LedgerEntry(
                key,
                scope,
                isScope,
                new TypeName(isScope ? "FileFolder" : "CSVFile"),
                new Guid("guid-of-item-" + key.value()),
                new QualifiedName("host::" + key.value()),
                isScope ? Set.of() : Set.of(new TypeName("AssetZoneMembership"), new TypeName("Confidentiality")),
                isScope ? "" : "1024@2025-11-22T18:46:12Z",
                "f".repeat(64),
                3,
                parts,
                history(isScope));
    }

    private static LedgerHistory history(boolean withoutMaker) {
        return new LedgerHistory(
                Instant.parse("2026-03-01T10:15:30.123Z"),
                Optional.empty(),
                withoutMaker ? Optional.empty() : Optional.of("0d2c6d7e-8f0a-4b53-9d0e-5c8f1b1d7a11"));
    }

    private static LedgerPart part(String name) {
        return new LedgerPart(
                new QualifiedName("host::/data/landing/week1.csv::" + name),
                new TypeName("TabularFileColumn"),
                new Guid("guid-of-part-" + name),
                name.length() > 1 ? Set.of() : Set.of(new TypeName("TypeEmbeddedAttribute"), new TypeName("Memento")),
                "e".repeat(64),
                7);
    }
}
