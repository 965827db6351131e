package io.openintegration.daemon.configuration;

import java.util.OptionalInt;

/**
 * Which refreshes need an operator's approval before they write anything (docs/operating.md, "Look before you leap").
 *
 * @param changesAbove those that would change more items than this; empty means none
 */
public record Approval(OptionalInt changesAbove) {

    /** No refresh needs it. */
    public static final Approval NEVER = new Approval(OptionalInt.empty());

    static final int MOST = Integer.MAX_VALUE;
}
