package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the tables of a schema that are asked for, in portions. A portion is read to its end, told, and let go of before the
 * next one is read: so memory is bounded, and no database waits while tables are told, which may take long.
 */
final class TableList {

    /** Adds what there is. */
    interface Listing {
        void into(TableList tables) throws SQLException;
    }

    /** Reads the tables of those names. One that is gone since they were listed is not among them. */
    interface PortionReader {
        Collection<Draft> read(List<String> tables) throws SQLException;
    }

    private static final int COLUMNS_AT_ONCE = 20_000;

    private final Limits limits;
    private final TableReceiver receiver;
    private final Set<String> names = new HashSet<>();
    private final List<List<String>> portions = new ArrayList<>();
    private final List<String> unnamable = new ArrayList<>();
    private long room;

    private TableList(Limits limits, TableReceiver receiver) {
        this.limits = limits;
        this.receiver = receiver;
    }

    static void tell(Session session, TableReceiver receiver, Listing listing, PortionReader reader)
            throws SQLException {
        TableList list = new TableList(session.limits(), receiver);
        long before = session.budget().spent();
        try {
            listing.into(list);
            list.unnamable.forEach(receiver::refuse);
            long listed = session.budget().spent();
            for (List<String> portion : list.portions) {
                reader.read(portion).forEach(draft -> draft.tell(receiver));
                session.budget().backTo(listed);
            }
        } finally {
            session.budget().backTo(before);
        }
    }

    /** @param columns about how many */
    void add(String name, long columns) throws TooMuchException {
        if (!receiver.wants(name) || !names.add(name)) {
            return;
        }
        if (names.size() > limits.tables()) {
            throw new TooMuchException("tables of one schema");
        }
        if (name.length() > limits.name()) {
            unnamable.add(name);
            return;
        }
        long width = 1 + Math.max(0, columns);
        if (room < width) {
            portions.add(new ArrayList<>());
            room = COLUMNS_AT_ONCE;
        }
        room -= width;
        portions.get(portions.size() - 1).add(name);
    }
}
