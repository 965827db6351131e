package io.openintegration.daemon.persistence;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.reconcile.LedgerIntent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The items of one ledger whose elements are about to be made: as few rows as text columns allow. */
final class LedgerIntents {

    private static final String SCOPE = "scope";
    private static final int TEXTS_EACH = 4;

    /** H2 keeps a little more than a million characters in a text; a key may have 4,000, and each may become six. */
    private static final int ITEMS_IN_A_ROW = 100;

    /** So many are sent in one row where their keys are as short as they mostly are. */
    private static final int ITEMS_IN_A_SHORT_ROW = 1_000;

    private static final int SHORT = 100_000;

    private final Handle handle;
    private final long ledger;

    LedgerIntents(Handle handle, long ledger) {
        this.handle = handle;
        this.ledger = ledger;
    }

    void replace(Collection<LedgerIntent> intents) {
        forget();
        for (List<LedgerIntent> row : rows(intents)) {
            handle.execute(
                    "INSERT INTO \"daemon\".ledger_intent (ledger_id, items) VALUES (?, ?)",
                    ledger,
                    TextListJson.write(
                            row.stream().flatMap(LedgerIntents::texts).toList()));
        }
    }

    void forget() {
        handle.execute("DELETE FROM \"daemon\".ledger_intent WHERE ledger_id = ?", ledger);
    }

    List<LedgerIntent> all() {
        return handle
                .select("SELECT items FROM \"daemon\".ledger_intent WHERE ledger_id = ?", ledger)
                .mapTo(String.class)
                .stream()
                .flatMap(items -> read(TextListJson.read(items)).stream())
                .toList();
    }

    private static List<List<LedgerIntent>> rows(Collection<LedgerIntent> intents) {
        int length = intents.stream()
                .mapToInt(intent -> texts(intent).mapToInt(String::length).sum())
                .sum();
        return Slices.of(intents, length < SHORT ? ITEMS_IN_A_SHORT_ROW : ITEMS_IN_A_ROW)
                .toList();
    }

    private static Stream<String> texts(LedgerIntent intent) {
        return Stream.of(
                intent.key().value(),
                intent.scope().map(ItemKey::value).orElse(""),
                intent.isScope() ? SCOPE : "",
                intent.name().value());
    }

    private static List<LedgerIntent> read(List<String> texts) {
        List<LedgerIntent> intents = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += TEXTS_EACH) {
            intents.add(new LedgerIntent(
                    new ItemKey(texts.get(i)),
                    Optional.of(texts.get(i + 1))
                            .filter(scope -> !scope.isEmpty())
                            .map(ItemKey::new),
                    texts.get(i + 2).equals(SCOPE),
                    new QualifiedName(texts.get(i + 3))));
        }
        return intents;
    }
}
