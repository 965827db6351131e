package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.Table;
import io.openintegration.daemon.connectors.databases.reading.TableReceiver;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;

/** Describes the tables of one schema into its scope, as they are read. */
final class SchemaDescription implements TableReceiver {

    private static final int SHOWN = 100;

    private final DatabaseNames names;
    private final String database;
    private final Optional<String> schema;
    private final NameChoice choice;
    private final TableDescriber describer;
    private final DescriptionScope scope;
    private final ConnectorName connector;

    /** @param schema empty where the tables are in the database itself */
    SchemaDescription(
            DatabaseNames names,
            String database,
            Optional<String> schema,
            NameChoice choice,
            DescriptionScope scope,
            ConnectorName connector) {
        this.names = names;
        this.database = database;
        this.schema = schema;
        this.choice = choice;
        this.describer = new TableDescriber(names, database, schema);
        this.scope = scope;
        this.connector = connector;
    }

    @Override
    public boolean wants(String table) {
        return choice.takesTable(schema.orElse(database), table);
    }

    @Override
    public void take(Table table) {
        scope.add(key(table.name()), table.stamp(), () -> describer.table(table));
    }

    @Override
    public void refuse(String table) {
        scope.unreadable(
                key(table),
                DatabaseMessage.TABLE_TOO_LARGE.with(
                        DatabaseNames.dotted(database, schema) + "." + shortened(table), connector));
    }

    /** What was not told of the schema stays as it is. */
    void restUnreadable(Message reason) {
        scope.unreadable(names.restKey(database, schema), reason);
    }

    private ItemKey key(String table) {
        return names.tableKey(database, schema, table);
    }

    private static String shortened(String name) {
        return name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    }
}
