package io.openintegration.daemon.rest;

import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ChangeQuery;
import java.util.Optional;

/** Reads which changes a caller wants to see. */
final class ChangeFilter {

    private ChangeFilter() {}

    /**
     * Null means any.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-400-005} where a value is not what is expected
     */
    static ChangeQuery of(String action, String type, String text, String after, String limit) {
        return new ChangeQuery(
                Optional.ofNullable(action).map(name -> QueryValue.choice("action", name, ChangeAction.class)),
                Optional.ofNullable(type).map(ChangeFilter::type),
                Optional.ofNullable(text),
                QueryValue.number("after", after, 0, Integer.MAX_VALUE),
                limit(limit));
    }

    static int limit(String limit) {
        return QueryValue.number("limit", limit, 1, RunFilter.LONGEST_LIST);
    }

    private static TypeName type(String name) {
        if (name.isBlank()) {
            throw QueryValue.bad("type", name, "the name of an open metadata type");
        }
        return new TypeName(name);
    }
}
