package io.openintegration.daemon.testing;

import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import io.openintegration.daemon.spi.Refresh;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A connector that does in each of its methods what a test says, and remembers which ones were called. */
public final class ScriptedConnector implements FilesIntegratorConnector {

    /** The methods of a connector. */
    public enum Method {
        INITIALIZE,
        START,
        REFRESH,
        ENGAGE,
        DISCONNECT
    }

    /** What a method does. */
    public interface Step {
        void run(Refresh refresh) throws InterruptedException;
    }

    private final List<Method> calls = new CopyOnWriteArrayList<>();
    private final Map<Method, Step> script = new EnumMap<>(Method.class);
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger mostBusy = new AtomicInteger();
    private volatile FilesIntegratorContext context;
    private Optional<ConnectionTest> connectionTest = Optional.empty();

    /** Offers that test of its connection. */
    public ScriptedConnector offering(ConnectionTest test) {
        connectionTest = Optional.of(test);
        return this;
    }

    public ScriptedConnector on(Method method, Step step) {
        script.put(method, step);
        return this;
    }

    /** Its context; null before {@code initialize}. */
    public FilesIntegratorContext context() {
        return context;
    }

    /** The calls so far, in their order. */
    public List<Method> calls() {
        return List.copyOf(calls);
    }

    public long count(Method method) {
        return calls.stream().filter(method::equals).count();
    }

    /** How many methods but {@code disconnect} ran at the same time at the most. */
    public int mostAtATime() {
        return mostBusy.get();
    }

    /** Whether none of its methods is running. */
    public boolean isIdle() {
        return busy.get() == 0;
    }

    @Override
    public void initialize(FilesIntegratorContext given) {
        context = given;
        call(Method.INITIALIZE, null);
    }

    @Override
    public void start() {
        call(Method.START, null);
    }

    @Override
    public void refresh(Refresh refresh) {
        call(Method.REFRESH, refresh);
    }

    @Override
    public void engage() {
        call(Method.ENGAGE, null);
    }

    @Override
    public Optional<ConnectionTest> connectionTest() {
        return connectionTest;
    }

    @Override
    public void disconnect() {
        call(Method.DISCONNECT, null);
    }

    private void call(Method method, Refresh refresh) {
        calls.add(method);
        if (method != Method.DISCONNECT) {
            mostBusy.accumulateAndGet(busy.incrementAndGet(), Math::max);
        }
        try {
            script.getOrDefault(method, nothing -> {}).run(refresh);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            if (method != Method.DISCONNECT) {
                busy.decrementAndGet();
            }
        }
    }
}
