package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.Table;
import io.openintegration.daemon.connectors.databases.reading.TableReceiver;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.NameChoice;

/** Describes the tables of one schema into its scope, as they are read. */
final class SchemaDescription implements TableReceiver {

    private static final int SHOWN = 100;

    private final SchemaPlace place;
    private final NameChoice choice;
    private final ForeignKeys foreignKeys;
    private final TableDescriber describer;
    private final DescriptionScope scope;
    private final ConnectorName connector;

    SchemaDescription(
            SchemaPlace place,
            NameChoice choice,
            ForeignKeys foreignKeys,
            DescriptionScope scope,
            ConnectorName connector) {
        this.place = place;
        this.choice = choice;
        this.foreignKeys = foreignKeys;
        this.describer = new TableDescriber(place, connector);
        this.scope = scope;
        this.connector = connector;
    }

    @Override
    public boolean wants(String table) {
        return choice.takes(place.innermost(), table);
    }

    @Override
    public void take(Table table) {
        foreignKeys.seen(place, table);
        scope.add(place.tableKey(table.name()), table.stamp(), () -> {
            foreignKeys.changed(place, table);
            return describer.table(table);
        });
    }

    @Override
    public void refuse(String table) {
        scope.unreadable(
                place.tableKey(table), DatabaseMessage.TABLE_TOO_LARGE.with(place + "." + shortened(table), connector));
    }

    /** What was not told of the schema stays as it is. */
    void restUnreadable(Message reason) {
        scope.unreadable(place.restKey(), reason);
    }

    private static String shortened(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }
}
