package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Condition.Comparison;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch.Match;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Conditions of every kind on few properties with few values, so that they hold for some elements and not for others. */
final class RandomConditions {

    private static final List<String> TEXTS = List.of("", "a", "A", "ab", "a%b", "a_b", "\"a\"", "displayName", "\\a!");
    private static final List<String> PROPERTIES = List.of("description", "displayName");

    private RandomConditions() {}

    static String text(Random random) {
        return one(random, TEXTS);
    }

    /** @param depth how deep conditions may be nested */
    static Condition any(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> new Condition.Present(one(random, PROPERTIES));
            case 1 -> new Condition.Compare(
                    one(random, PROPERTIES),
                    one(random, List.of(Comparison.values())),
                    new PropertyValue.Text(text(random)));
            case 2 -> new Condition.Compare(
                    "length",
                    one(random, List.of(Comparison.values())),
                    new PropertyValue.IntNumber(random.nextInt(4)));
            case 3 -> new Condition.Matches(
                    one(random, PROPERTIES), one(random, List.of(Match.values())), text(random), random.nextBoolean());
            case 4 -> new Condition.AnyText(one(random, List.of(Match.values())), text(random), random.nextBoolean());
            case 5 -> random.nextBoolean()
                    ? new Condition.Classified(
                            new TypeName("Confidentiality"),
                            random.nextBoolean()
                                    ? Condition.always()
                                    : new Condition.Compare(
                                            "levelIdentifier",
                                            one(random, List.of(Comparison.values())),
                                            new PropertyValue.IntNumber(random.nextInt(3))))
                    : new Condition.Compare(
                            "qualifiedName", Comparison.EQUAL, new PropertyValue.Text("n" + random.nextInt(60)));
            case 6 -> new Condition.All(several(random, depth));
            case 7 -> new Condition.Any(several(random, depth));
            default -> new Condition.None(several(random, depth));
        };
    }

    static Sequence sequence(Random random) {
        return one(
                random,
                List.of(
                        Sequence.CREATION_OLDEST,
                        Sequence.CREATION_RECENT,
                        Sequence.UPDATE_OLDEST,
                        Sequence.UPDATE_RECENT,
                        Sequence.byProperty("length", false),
                        Sequence.byProperty("description", true)));
    }

    private static List<Condition> several(Random random, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> any(random, depth - 1))
                .toList();
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
