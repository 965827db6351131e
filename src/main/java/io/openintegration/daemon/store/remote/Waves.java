package io.openintegration.daemon.store.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts the steps of a change set into waves: those of one wave may be taken at the same time, after all of the waves before. */
final class Waves {

    private final Map<Object, Map<Object, Integer>> last = new HashMap<>();
    private final List<List<Integer>> waves = new ArrayList<>();

    private Waves() {}

    /** @return the positions of the steps, wave by wave */
    static List<List<Integer>> of(List<Step> steps) {
        Waves sorted = new Waves();
        for (int i = 0; i < steps.size(); i++) {
            sorted.add(i, steps.get(i));
        }
        return sorted.waves;
    }

    private void add(int position, Step step) {
        int wave = step.touches().stream().mapToInt(this::waveAfter).max().orElse(0);
        while (waves.size() <= wave) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(position);
        step.touches().forEach(touch -> last.computeIfAbsent(touch.thing(), thing -> new HashMap<>())
                .merge(touch.group(), wave, Math::max));
    }

    private int waveAfter(Touch touch) {
        return last.getOrDefault(touch.thing(), Map.of()).entrySet().stream()
                .filter(other -> !other.getKey().equals(touch.group()))
                .mapToInt(other -> other.getValue() + 1)
                .max()
                .orElse(0);
    }
}
