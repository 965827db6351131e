package io.openintegration.daemon.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.platform.ConnectorRegistry;
import io.openintegration.daemon.platform.ServerRegistry;
import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.OperatedDaemon;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.io.InputStream;
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
    private static final ObjectMapper EVENTS = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Json.DEEPEST + 1)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @EJB
    private ServerRegistry servers;

    @EJB
    private ConnectorRegistry connectors;

    /** @throws RejectedRequestException {@code REST-REQUEST-400-…} where the body is no object */
    static List<String> one(InputStream body) {
        String text = RequestBody.text(body);
        if (!json(text).isObject()) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_OBJECT.with());
        }
        return List.of(text);
    }

    /** @throws RejectedRequestException {@code REST-REQUEST-400-…} where the body is no list of objects */
    static List<String> batch(InputStream body) {
        JsonNode list = json(RequestBody.text(body));
        if (!list.isArray()) {
            throw new RejectedRequestException(RestMessage.BODY_NOT_LIST.with());
        }
        List<String> events = new ArrayList<>();
        for (JsonNode event : list) {
            if (!event.isObject()) {
                throw new RejectedRequestException(RestMessage.BODY_NOT_LIST.with());
            }
            events.add(event.toString());
        }
        return events;
    }

    private static JsonNode json(String text) {
        try {
            return EVENTS.readTree(text);
        } catch (JsonProcessingException e) {
            throw RequestBody.notJson(e);
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
        for (ServerName server : servers.active()) {
            Optional<OperatedDaemon> daemon = connectors.find(server);
            try {
                takers += daemon.map(found -> found.receiveLineage(events)).orElse(0);
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
