package io.openintegration.daemon.health.metrics;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricFilter;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** A registry that the test can read. It knows what the product uses of one; all else is refused. */
final class Meters {

    private final Map<MetricID, Supplier<Number>> figures = new ConcurrentHashMap<>();
    private final Map<MetricID, AtomicLong> counts = new ConcurrentHashMap<>();

    MetricRegistry registry() {
        return standIn(MetricRegistry.class, this::registry);
    }

    /** What is shown of a meter; empty where it is not shown at all. */
    Optional<Double> value(MeterName name, String... tags) {
        return Optional.ofNullable(figures.get(id(name, tags)))
                .map(figure -> figure.get().doubleValue());
    }

    /** How many there are of that name, whatever their tags. */
    long shown(MeterName name) {
        return figures.keySet().stream()
                .filter(id -> id.getName().equals(name.metadata().getName()))
                .count();
    }

    private Object registry(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "gauge" -> gauge(
                    new MetricID(((Metadata) arguments[0]).getName(), (Tag[]) arguments[2]), arguments[1]);
            case "counter" -> counter(new MetricID(((Metadata) arguments[0]).getName(), (Tag[]) arguments[1]));
            case "timer" -> timer(new MetricID(((Metadata) arguments[0]).getName(), (Tag[]) arguments[1]));
            case "remove" -> figures.remove((MetricID) arguments[0]) != null;
            case "removeMatching" -> figures.keySet().removeIf(id -> ((MetricFilter) arguments[0]).matches(id, null));
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    /** As registries do, the first one of an id stays. */
    @SuppressWarnings("unchecked")
    private Object gauge(MetricID id, Object figure) {
        figures.putIfAbsent(id, (Supplier<Number>) figure);
        return null;
    }

    private Counter counter(MetricID id) {
        AtomicLong count = count(id);
        return standIn(Counter.class, (method, arguments) -> count.incrementAndGet());
    }

    /** Shown by its sum, in milliseconds. */
    private Timer timer(MetricID id) {
        AtomicLong sum = count(id);
        return standIn(Timer.class, (method, arguments) -> sum.addAndGet(((Duration) arguments[0]).toMillis()));
    }

    private AtomicLong count(MetricID id) {
        AtomicLong count = counts.computeIfAbsent(id, none -> new AtomicLong());
        figures.putIfAbsent(id, count::get);
        return count;
    }

    private static MetricID id(MeterName name, String... tags) {
        return new MetricID(
                name.metadata().getName(),
                Arrays.stream(tags)
                        .map(tag -> tag.split("=", 2))
                        .map(tag -> new Tag(tag[0], tag[1]))
                        .toArray(Tag[]::new));
    }

    private interface Answer {
        Object to(Method method, Object[] arguments);
    }

    private static <T> T standIn(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    Object given = answer.to(method, arguments);
                    return method.getReturnType() == void.class ? null : given;
                }));
    }
}
