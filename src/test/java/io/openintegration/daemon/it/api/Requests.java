package io.openintegration.daemon.it.api;

import io.openintegration.daemon.rest.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Well-formed requests for any operation: the parameters of paths are known by their names. */
final class Requests {

    static final String PASSWORD = "for-tests-only";
    static final String USER = "garygeeke";
    static final String DAEMON = "integration-daemon";
    static final String STORE = "cocoMDS1";
    static final String LOGIN = "{\"userId\":\"admin\",\"password\":\"" + PASSWORD + "\"}";
    static final String CONNECTOR = "OakDeneLandingAreaFilesMonitor";

    /** Before and behind a name that there is not: with the dash at the end it cannot be that of a new server either. */
    private static final String NOBODY = "no-such-";

    private static final String NEVER = "-";

    /** Well-formed, and of nothing. */
    private static final String NO_ID = "00000000-0000-4000-8000-000000000000";

    private Requests() {}

    /** Of an administrator, for things that there are: it must be spoilt before it is sent. */
    static Wire real(Operation operation) {
        return administrator(operation, operation.path(name -> realName(operation, name)));
    }

    /**
     * The same for things that have an id, which is known only when they are there.
     *
     * @param ids by parameter
     */
    static Wire real(Operation operation, Map<String, String> ids) {
        return administrator(operation, operation.path(name -> ids.getOrDefault(name, realName(operation, name))));
    }

    /** Of an administrator, for things that there are not: harmless where {@link #isHarmlessForUnknownNames}. */
    static Wire unknown(Operation operation) {
        return administrator(operation, operation.path(name -> isUser(name) ? USER : unknown(name)));
    }

    /** A name that there is not, and cannot be: nothing is made under it. */
    static String unknown(String parameter) {
        return NOBODY + parameter + NEVER;
    }

    /** The path with another value of that parameter, for things that there are otherwise. */
    static String path(Operation operation, String parameter, String value) {
        return operation.path(name -> name.equals(parameter) ? value : realName(operation, name));
    }

    /** The parameter to be spoilt: the last that names a thing, or the user where there is no other. */
    static Optional<String> victim(Operation operation) {
        return operation.readPathParameters().stream().reduce((first, second) -> isUser(second) ? first : second);
    }

    static Optional<String> server(Operation operation) {
        return operation.readPathParameters().stream()
                .filter(Requests::isServer)
                .findFirst();
    }

    static Optional<String> service(Operation operation) {
        return operation.readPathParameters().stream()
                .filter(Requests::isService)
                .findFirst();
    }

    static Optional<String> connector(Operation operation) {
        return operation.readPathParameters().stream()
                .filter(Requests::isConnector)
                .findFirst();
    }

    /** Whether it reads nothing but the name of a connector from its body. */
    static boolean takesName(Operation operation) {
        return operation.takesBody() && operation.bodyTypes().contains("application/x-www-form-urlencoded");
    }

    /** Whether it reads a bare text from its body. */
    static boolean takesText(Operation operation) {
        return operation.takesBody() && operation.bodyTypes().contains("text/plain");
    }

    /** Whether it reads a user and a password from its body: too many wrong ones would lock the walk itself out. */
    static boolean isLogin(Operation operation) {
        return operation.takesBody() && operation.role().equals(Optional.of(Operation.OPEN));
    }

    /** Whether it may be sent to see nothing but who may do it: what it would do needs a name that there is. */
    static boolean isHarmlessForUnknownNames(Operation operation) {
        boolean reads = operation.method().equals("GET") || operation.method().equals("HEAD");
        boolean names = operation.readPathParameters().stream().anyMatch(name -> !isUser(name));
        return reads || names || operation.takesBody();
    }

    static boolean isUser(String parameter) {
        return parameter.equals("userId");
    }

    private static Wire administrator(Operation operation, String path) {
        Wire wire = Wire.of(operation.method(), path).as("admin", PASSWORD);
        if (!operation.takesBody()) {
            return wire;
        }
        return wire.json(isLogin(operation) ? LOGIN : "{\"name\":\"no-such-connector\"}");
    }

    private static String realName(Operation operation, String parameter) {
        if (isUser(parameter)) {
            return USER;
        } else if (isServer(parameter)) {
            return operation.path().contains("open-metadata-store") ? STORE : DAEMON;
        } else if (isService(parameter)) {
            return "files-integrator";
        }
        if (parameter.equals("user")) {
            return Users.DEPUTY;
        } else if (isId(parameter)) {
            return NO_ID;
        }
        return isConnector(parameter) ? CONNECTOR : unknown(parameter);
    }

    private static boolean isId(String parameter) {
        return parameter.equals("request") || parameter.equals("run");
    }

    private static boolean isServer(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).contains("server");
    }

    private static boolean isService(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).matches(".*(service|marker).*");
    }

    private static boolean isConnector(String parameter) {
        return parameter.toLowerCase(Locale.ROOT).matches("connector(name)?");
    }
}
