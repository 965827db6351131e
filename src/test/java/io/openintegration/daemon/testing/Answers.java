package io.openintegration.daemon.testing;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for a wide interface of the platform of which a test needs few methods: answers calls by the method's name
 * and remembers them as text. A method without an answer returns null, so it must not return a primitive.
 */
public final class Answers {

    /** The answer to one call. */
    @FunctionalInterface
    public interface Answer {
        Object to(String method, List<Object> arguments);
    }

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** The calls so far: {@code setStatus[401]}. */
    public List<String> calls() {
        return calls;
    }

    public <T> T as(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    List<Object> given = arguments == null ? List.of() : List.of(arguments);
                    calls.add(method.getName() + given);
                    return answer.to(method.getName(), given);
                }));
    }
}
