package io.openintegration.daemon.spi;

/**
 * What a connector noted of one thing that events told of.
 *
 * @param text in a form of the connector's own
 */
public record LineageNote(Key key, String text) {

    /**
     * What the note is of.
     *
     * @param kind of thing, in words of the connector's own
     */
    public record Key(String kind, String namespace, String name) {}
}
