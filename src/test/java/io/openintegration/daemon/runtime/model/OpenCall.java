package io.openintegration.daemon.runtime.model;

import java.util.List;

/**
 * A call that has begun.
 *
 * @param life the how manieth instance of the connector is called
 * @param number the how manieth time in that life
 */
record OpenCall(String connector, int life, Call call, int number) {

    /** The next one after those. */
    static OpenCall after(List<OpenCall> calls, String connector, int life, Call call) {
        long before = calls.stream()
                .filter(made -> made.life() == life && made.call() == call)
                .count();
        return new OpenCall(connector, life, call, (int) before + 1);
    }

    @Override
    public String toString() {
        return life + " " + call;
    }
}
