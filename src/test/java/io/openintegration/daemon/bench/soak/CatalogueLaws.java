package io.openintegration.daemon.bench.soak;

import io.openintegration.daemon.bench.soak.Evidence.Catalogued;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is in the directories is catalogued, each thing once, and nothing else is. */
final class CatalogueLaws {

    private static final String PREFIX = SoakLayout.SOURCE + "::";

    private final List<Catalogued> catalogued;
    private final Story story;

    CatalogueLaws(List<Catalogued> catalogued, Story story) {
        this.catalogued = catalogued;
        this.story = story;
    }

    void check(List<Path> present, List<String> unruly) {
        List<String> alive = catalogued.stream()
                .filter(element -> !element.archived())
                .map(Catalogued::qualifiedName)
                .toList();
        Set<String> once = new HashSet<>();
        List<String> twice = alive.stream().filter(name -> !once.add(name)).toList();
        story.check(twice.isEmpty(), "none of %d elements is catalogued twice%s", alive.size(), RunLaws.first(twice));
        Set<String> wanted = present.stream().map(path -> PREFIX + path).collect(Collectors.toSet());
        for (String connector : unruly) {
            wanted.add(PREFIX + connector);
            for (int item = 0; item < UnrulyConnector.ITEMS; item++) {
                wanted.add(PREFIX + connector + "::" + item);
            }
        }
        List<String> missing =
                wanted.stream().filter(name -> !once.contains(name)).toList();
        story.check(
                missing.isEmpty(),
                "all %d files, folders and data sets are catalogued%s",
                wanted.size(),
                RunLaws.first(missing));
        List<String> surplus = once.stream()
                .filter(name -> name.startsWith(PREFIX) && !wanted.contains(name))
                .toList();
        story.check(surplus.isEmpty(), "nothing is catalogued that is not there%s", RunLaws.first(surplus));
        List<String> ghosts = catalogued.stream()
                .map(Catalogued::qualifiedName)
                .filter(name -> name.endsWith(UnrulyConnector.GHOST))
                .toList();
        story.check(ghosts.isEmpty(), "calls that were given up have written nothing%s", RunLaws.first(ghosts));
    }
}
