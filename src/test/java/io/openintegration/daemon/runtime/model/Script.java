package io.openintegration.daemon.runtime.model;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What connectors do from now on, the real ones and the modelled ones. */
final class Script {

    /** Whether calls that hang do so in spite of interrupts. */
    final boolean stubborn;

    private final Map<String, Deed> deeds = new ConcurrentHashMap<>();

    Script(boolean stubborn) {
        this.stubborn = stubborn;
    }

    void set(String connector, Call call, Deed deed) {
        deeds.put(connector + call, deed);
    }

    /** Unless told otherwise all goes well; a connector with a thread of its own stays busy on it. */
    Deed of(String connector, Call call) {
        return deeds.getOrDefault(connector + call, call == Call.ENGAGE ? Deed.HANGS : Deed.WELL);
    }
}
