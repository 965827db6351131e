package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.PartDescription;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is catalogued, and what should be, in words that can be compared: elements, and the links between them. */
final class CatalogueWords {

    private CatalogueWords() {}

    /** Of the source's elements, and of links to them from each other and from the source, those that are not archived. */
    static Set<String> of(Collection<Element> elements, Collection<Relationship> links, MetadataSource source) {
        Map<Guid, Element> ours = elements.stream()
                .filter(element -> !element.isArchived())
                .filter(element -> element.source().equals(Optional.of(source)))
                .collect(Collectors.toMap(Element::guid, Function.identity()));
        Set<String> words = new TreeSet<>();
        ours.values().forEach(element -> words.add(words(element)));
        links.stream()
                .filter(link -> ours.containsKey(link.end2()))
                .filter(link -> ours.containsKey(link.end1()) || link.end1().equals(source.guid()))
                .forEach(link -> words.add(words(
                        link.type(),
                        Optional.ofNullable(ours.get(link.end1()))
                                .flatMap(Element::qualifiedName)
                                .orElse(source.name()),
                        ours.get(link.end2()).qualifiedName().orElseThrow(),
                        link.properties())));
        return words;
    }

    /** @param source to which the tops are linked */
    static Set<String> expected(List<Node> tops, QualifiedName source, Set<String> notCatalogued) {
        Set<String> words = new TreeSet<>();
        tops.forEach(top -> expect(top, Optional.empty(), source, notCatalogued, words));
        return words;
    }

    private static void expect(
            Node node, Optional<Node> in, QualifiedName source, Set<String> notCatalogued, Set<String> words) {
        if (notCatalogued.contains(node.key())) {
            return;
        }
        ItemDescription item = node.described(in.isEmpty());
        words.add(words(item.type(), ElementDiff.named(item.properties(), node.name()), item.classifications()));
        words.add(words(item.link(), in.map(Node::name).orElse(source), node.name()));
        item.parts().forEach(part -> expect(part, node.name(), words));
        node.content().forEach(child -> expect(child, Optional.of(node), source, notCatalogued, words));
    }

    private static void expect(PartDescription part, QualifiedName parent, Set<String> words) {
        words.add(
                words(part.type(), ElementDiff.named(part.properties(), part.qualifiedName()), part.classifications()));
        words.add(words(part.link(), parent, part.qualifiedName()));
        part.parts().forEach(child -> expect(child, part.qualifiedName(), words));
    }

    private static String words(ItemLink link, QualifiedName end1, QualifiedName end2) {
        return words(link.relationshipType(), end1, end2, link.properties());
    }

    private static String words(TypeName link, QualifiedName end1, QualifiedName end2, ElementProperties properties) {
        return link + " " + end1 + " " + end2 + " " + properties.values();
    }

    private static String words(Element element) {
        Map<TypeName, ElementProperties> own = element.classifications().entrySet().stream()
                .filter(it -> !it.getKey().value().equals("Anchors"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return words(element.type(), element.properties(), own);
    }

    private static String words(
            TypeName type, ElementProperties properties, Map<TypeName, ElementProperties> classifications) {
        return type + " " + properties.values() + " " + classifications;
    }
}
