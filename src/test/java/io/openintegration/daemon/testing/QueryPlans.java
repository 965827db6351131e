package io.openintegration.daemon.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** A way to a database that has each question explained by it, with the same parameters, before it is asked. */
public final class QueryPlans {

    private final DataSource database;
    private final List<Plan> plans = new ArrayList<>();

    public QueryPlans(DataSource database) {
        this.database = database;
    }

    /** @param text the database's own words */
    public record Plan(String sql, String text) {}

    public DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(database, method, arguments);
            return result instanceof Connection connection ? explaining(connection) : result;
        });
    }

    /** The plans of the questions since the last time. */
    public synchronized List<Plan> take() {
        List<Plan> taken = List.copyOf(plans);
        plans.clear();
        return taken;
    }

    private Connection explaining(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement
                    && arguments[0] instanceof String sql
                    && isQuestion(sql)) {
                return explaining(sql, statement, connection.prepareStatement("EXPLAIN " + sql));
            }
            return result;
        });
    }

    private PreparedStatement explaining(String sql, PreparedStatement statement, PreparedStatement explained) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                note(new Plan(sql, text(explained)));
            } else if (isParameter(method) || method.getName().equals("close")) {
                call(explained, method, arguments);
            }
            return call(statement, method, arguments);
        });
    }

    private synchronized void note(Plan plan) {
        plans.add(plan);
    }

    private static String text(PreparedStatement explained) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = explained.executeQuery()) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }

    private static boolean isQuestion(String sql) {
        return sql.toUpperCase(Locale.ROOT).startsWith("SELECT");
    }

    private static boolean isParameter(Method method) {
        return method.getName().startsWith("set")
                && method.getParameterCount() >= 2
                && method.getParameterTypes()[0] == int.class;
    }

    private static Object call(Object target, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
