package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataMessage;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.Requester;
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

    private static final Comparator<Relationship> BY_MAKING = Comparator.comparing(
                    (Relationship link) -> link.versions().createTime())
            .thenComparing(link -> link.guid().value());

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
            api.find(requester, nothing, new Page(0, size));
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
        int largest = Math.min(LARGEST_PAGE, largestPage(requester));
        parallel.map(
                        portions(distinct(names)),
                        portion -> pages(0, Integer.MAX_VALUE, largest, page -> api.named(requester, portion, page)))
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
        List<Element> found = pages(
                search.paging().startFrom(),
                search.paging().pageSize(),
                largestPage(requester),
                page -> api.find(requester, search, page));
        found.sort(BY_CREATION);
        return found;
    }

    /** The elements anchored to one of these directly, archived ones too. */
    List<Element> anchoredTo(Requester requester, Guid anchor) {
        List<Element> found =
                pages(0, Integer.MAX_VALUE, largestPage(requester), page -> api.anchoredTo(requester, anchor, page));
        found.sort(BY_CREATION);
        return found;
    }

    List<RelatedElement> related(
            Requester requester,
            Guid element,
            Optional<TypeName> type,
            int startingAtEnd,
            boolean forLineage,
            Paging paging) {
        List<RelatedElement> found = pages(
                paging.startFrom(),
                paging.pageSize(),
                largestPage(requester),
                page -> api.related(requester, element, type, startingAtEnd, forLineage, page));
        found.sort(Comparator.comparing(RelatedElement::relationship, BY_MAKING)
                .thenComparing(RelatedElement::elementAtEnd1));
        return found;
    }

    /** All relationships in which the element sits at that end; none where it is gone. */
    List<Relationship> links(Requester requester, Guid element, int end) {
        try {
            return related(requester, element, Optional.empty(), end, true, new Paging(0, Integer.MAX_VALUE)).stream()
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

    /** A page that is not full is the last one. */
    private static <T> List<T> pages(int start, int wanted, int largest, Function<Page, List<T>> ask) {
        List<T> all = new ArrayList<>();
        boolean more = true;
        while (more) {
            int size = Math.min(largest, wanted - all.size());
            List<T> page = ask.apply(new Page(start + all.size(), size));
            all.addAll(page);
            more = page.size() >= size && all.size() < wanted;
        }
        return all;
    }

    private static <T> List<T> distinct(Collection<T> things) {
        return List.copyOf(new LinkedHashSet<>(things));
    }
}
