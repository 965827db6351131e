package io.openintegration.daemon.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ItemKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyMapTest {

    /** Numbers above 200 remove what the number without the 200 put. */
    @Property
    void answersAsAnyMapDoes(@ForAll @Size(max = 400) List<@IntRange(min = 1, max = 400) Integer> steps) {
        KeyMap<Integer> map = new KeyMap<>();
        Map<ItemKey, Integer> model = new HashMap<>();
        for (int step : steps) {
            ItemKey key = new ItemKey("/folder/" + step % 200);
            if (step > 200) {
                assertThat(map.remove(key).orElse(null)).isEqualTo(model.remove(key));
            } else {
                assertThat(map.put(key, step).orElse(null)).isEqualTo(model.put(key, step));
            }
        }
        assertThat(map.size()).isEqualTo(model.size());
        for (int i = 0; i < 200; i++) {
            ItemKey key = new ItemKey("/folder/" + i);
            assertThat(map.get(key).orElse(null)).isEqualTo(model.get(key));
            assertThat(map.contains(key)).isEqualTo(model.containsKey(key));
        }
    }

    @Test
    void keysOfHalvesOfSurrogatePairsAreApart() {
        KeyMap<String> map = new KeyMap<>();
        map.put(new ItemKey("\uD83D"), "one");
        map.put(new ItemKey("\uD83E"), "other");
        assertThat(map.get(new ItemKey("\uD83D"))).contains("one");
    }
}
