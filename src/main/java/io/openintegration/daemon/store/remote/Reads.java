package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Condition;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementQuery;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.store.remote.StoreApi.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Questions of any size, put together of pages and of calls that run at the same time, and put in order. */
final class Reads {

    private static final int LARGEST_PAGE = 1_000;

    /** Names cost nothing, elements that are found do: several calls at once find them sooner. */
    private static final int NAMES_AT_ONCE = 500;

    /** Metadata servers take bodies of a megabyte; each name comes with some JSON around it, and its characters may be escaped. */
    private static final int NAME_BYTES_AT_ONCE = 700_000;

    private static final int BYTES_AROUND_NAME = 220;
    private static final int BYTES_PER_CHARACTER = 6;

    /** A type of which there are few. */
    private static final TypeName RARE = new TypeName("FileSystem");

    private static final Comparator<Element> BY_CREATION = Comparator.comparing(
                    (Element element) -> element.versions().createTime())
            .thenComparing(element -> element.guid().value());

    private static final Paging ALL = new Paging(0, Integer.MAX_VALUE);

    private final StoreApi api;
    private final Parallel parallel;
    private volatile int knownPage;

    Reads(StoreApi api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    /** Finds out again how many elements the server returns at once: of neighbours it may return fewer than asked for, unsaid. */
    void learnLargestPage(Requester requester) {
        int size = LARGEST_PAGE;
        while (!isTaken(requester, size)) {
            size /= 2;
        }
        knownPage = size;
    }

    private boolean isTaken(Requester requester, int size) {
        TextSearch nothing = new TextSearch(
                "no element has this text",
                Optional.of(RARE),
                TextSearch.Match.WHOLE,
                false,
                false,
                new Paging(0, size));
        try {
            api.find(requester, nothing, Page.first(size));
            return true;
        } catch (MetadataStoreException refused) {
            if (size > 1 && refused.reason().id().equals(MetadataMessage.PAGE_TOO_LARGE.id())) {
                return false;
            }
            throw refused;
        }
    }

    private int largestPage(Requester requester) {
        if (knownPage == 0) {
            learnLargestPage(requester);
        }
        return knownPage;
    }

    Optional<Element> element(Requester requester, Guid guid, boolean forLineage) {
        return api.element(requester, guid, forLineage);
    }

    /** Archived ones too; those that are gone are left out. */
    Map<Guid, Element> elements(Requester requester, Collection<Guid> guids, boolean forLineage) {
        Map<Guid, Element> found = new HashMap<>();
        parallel.map(distinct(guids), guid -> api.element(requester, guid, forLineage))
                .forEach(one -> one.ifPresent(element -> found.put(element.guid(), element)));
        return found;
    }

    Map<Guid, Relationship> relationships(Requester requester, Collection<Guid> guids) {
        Map<Guid, Relationship> found = new HashMap<>();
        parallel.map(distinct(guids), guid -> api.relationship(requester, guid))
                .forEach(one -> one.ifPresent(link -> found.put(link.guid(), link)));
        return found;
    }

    /** One element for each name. Of several, which others may have made, that which is not archived, and then the oldest. */
    Map<QualifiedName, Element> named(Requester requester, Collection<QualifiedName> names) {
        Map<QualifiedName, Element> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        parallel.map(
                        portions(distinct(names)),
                        portion -> pages(
                                requester, ALL, Sequence.CREATION_OLDEST, page -> api.named(requester, portion, page)))
                .forEach(elements -> elements.stream()
                        .sorted(Comparator.comparing(Element::isArchived).thenComparing(BY_CREATION))
                        .forEach(element ->
                                element.qualifiedName().ifPresent(name -> found.putIfAbsent(name, element))));
        return found;
    }

    private static List<List<QualifiedName>> portions(List<QualifiedName> names) {
        List<List<QualifiedName>> portions = new ArrayList<>();
        List<QualifiedName> portion = new ArrayList<>();
        int bytes = 0;
        for (QualifiedName name : names) {
            int needed = BYTES_AROUND_NAME + BYTES_PER_CHARACTER * name.value().length();
            if (portion.size() == NAMES_AT_ONCE || (!portion.isEmpty() && bytes + needed > NAME_BYTES_AT_ONCE)) {
                portions.add(portion);
                portion = new ArrayList<>();
                bytes = 0;
            }
            portion.add(name);
            bytes += needed;
        }
        portions.add(portion);
        return portions;
    }

    List<Element> find(Requester requester, TextSearch search) {
        return found(requester, Sequence.CREATION_OLDEST, search.paging(), page -> api.find(requester, search, page));
    }

    /** By the operation that has words for it; what neither has words for is refused. */
    List<Element> find(Requester requester, ElementQuery query) {
        Condition where = PlainCondition.of(query.where());
        if (where.equals(PlainCondition.NEVER)) {
            return List.of();
        }
        Optional<TextSearch> byText = query.subTypes().isEmpty() ? textSearch(query, where) : Optional.empty();
        return found(
                requester,
                query.sequence(),
                query.paging(),
                page -> byText.isPresent()
                        ? api.find(requester, byText.get(), page)
                        : api.find(requester, query, where, page));
    }

    /** Everything is what has an empty text anywhere. */
    private static Optional<TextSearch> textSearch(ElementQuery query, Condition where) {
        if (where.equals(PlainCondition.ALWAYS)) {
            return Optional.of(new TextSearch(
                    "", query.type(), TextSearch.Match.CONTAINS, true, query.forLineage(), query.paging()));
        }
        return where instanceof Condition.AnyText any
                ? Optional.of(new TextSearch(
                        any.text(), query.type(), any.match(), any.ignoreCase(), query.forLineage(), query.paging()))
                : Optional.empty();
    }

    private List<Element> found(
            Requester requester, Sequence sequence, Paging paging, Function<Page, List<Element>> ask) {
        return Sequencing.sorted(pages(requester, paging, sequence, ask), sequence, Element::versions, sequence::rank);
    }

    /** The elements anchored to one of these directly, archived ones too. */
    List<Element> anchoredTo(Requester requester, Guid anchor) {
        return found(requester, Sequence.CREATION_OLDEST, ALL, page -> api.anchoredTo(requester, anchor, page));
    }

    List<RelatedElement> related(Requester requester, RelatedQuery query) {
        Sequence sequence = query.sequence();
        List<RelatedElement> found =
                pages(requester, query.paging(), sequence, page -> api.related(requester, query, page));
        // both ends of a relationship of an element with itself
        found.sort(Comparator.comparing(RelatedElement::elementAtEnd1));
        return Sequencing.sorted(
                found, sequence, one -> one.relationship().versions(), one -> sequence.rank(one.relationship()));
    }

    /** All relationships in which the element sits at that end; none where it is gone. */
    List<Relationship> links(Requester requester, Guid element, int end) {
        try {
            return related(requester, new RelatedQuery(element, Optional.empty(), end, true, ALL)).stream()
                    .map(RelatedElement::relationship)
                    .toList();
        } catch (MetadataStoreException refused) {
            if (refused.kind() == Kind.NOT_FOUND) {
                return List.of();
            }
            throw refused;
        }
    }

    Map<Guid, List<Relationship>> links(Requester requester, Collection<Guid> elements, int end) {
        List<Guid> asked = distinct(elements);
        List<List<Relationship>> links = parallel.map(asked, element -> links(requester, element, end));
        Map<Guid, List<Relationship>> found = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            if (!links.get(i).isEmpty()) {
                found.put(asked.get(i), links.get(i));
            }
        }
        return found;
    }

    /**
     * A page that is not full is the last one.
     *
     * @return in no order
     * @throws MetadataStoreException where the sequence is one by a property: how servers order values, and where they put what has
     *     none, differs
     */
    <T> List<T> pages(Requester requester, Paging paging, Sequence sequence, Function<Page, List<T>> ask) {
        sequence.property().ifPresent(property -> {
            throw api.notExpressible("a page in the order of the property " + property);
        });
        int largest = largestPage(requester);
        List<T> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            int size = Math.min(largest, paging.pageSize() - all.size());
            List<T> page = ask.apply(new Page(paging.startFrom() + all.size(), size, sequence));
            all.addAll(page);
            more = page.size() >= size && all.size() < paging.pageSize();
        }
        return all;
    }

    private static <T> List<T> distinct(Collection<T> things) {
        return List.copyOf(new LinkedHashSet<>(things));
    }
}
