package io.openintegration.daemon.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.OperatedDaemon;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands events of lineage producers to daemons. What an event is, the connectors know that take it in. */
@Dependent
public class LineageEvents {

    /**
     * For events alone. Fields that come twice are no mistake here, other than in requests of people: producers send them, and only
     * connectors know whether that matters.
     */
    private static final JsonFactory EVENTS = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.DEEPEST + 1)
                    .build())
            .build();

    @EJB
    private ConnectorRegistry connectors;

    /** @throws RejectedRequestException {@code REST-REQUEST-400-…} where the body is no object */
    static List<String> one(InputStream body) {
        String text = RequestBody.text(body);
        boolean isObject = read(text, parser -> {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            parser.skipChildren();
            return object;
        });
        if (!isObject) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_OBJECT.with());
        }
        return List.of(text);
    }

    /**
     * The events of a list, each as it was sent.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-400-…} where the body is no list of objects
     */
    static List<String> batch(InputStream body) {
        String text = RequestBody.text(body);
        List<String> events = new ArrayList<>();
        boolean isListOfObjects = read(text, parser -> {
            boolean list = parser.nextToken() == JsonToken.START_ARRAY;
            boolean objects = list;
            while (list && parser.nextToken() != JsonToken.END_ARRAY) {
                objects &= parser.currentToken() == JsonToken.START_OBJECT;
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                events.add(text.substring(start, (int) parser.currentLocation().getCharOffset()));
            }
            parser.skipChildren();
            return objects;
        });
        if (!isListOfObjects) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_LIST.with());
        }
        return events;
    }

    private interface Reading {
        boolean in(JsonParser parser) throws IOException;
    }

    /** Goes through all of it without keeping what it tells: the connectors read that. Says whether it is of the kind expected. */
    private static boolean read(String text, Reading expected) {
        try (JsonParser parser = EVENTS.createParser(text)) {
            boolean found = expected.in(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
            return found;
        } catch (JsonProcessingException e) {
            throw RequestBody.notJson(e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Has the events stored for the connectors of all daemons that are started here that take them in. One daemon that does not
     * accept them now keeps them from no other: whoever sends them again does no harm.
     *
     * @throws RejectedRequestException {@code REST-LINEAGE-409-001} where no connector takes them in
     * @throws InboxFullException where not every daemon accepts them now
     */
    void sendToAll(List<String> events) {
        int takers = 0;
        Optional<InboxFullException> notNow = Optional.empty();
        for (OperatedDaemon daemon : connectors.started()) {
            try {
                takers += daemon.receiveLineage(events);
            } catch (InboxFullException refused) {
                notNow = Optional.of(refused);
            }
        }
        if (notNow.isPresent()) {
            throw notNow.get();
        }
        if (takers == 0) {
            throw new RejectedRequestException(RestMessage.NO_LINEAGE_TAKER.with());
        }
    }
}
