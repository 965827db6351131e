package io.openintegration.daemon.it.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * An answer.
 *
 * @param headers names in lower case
 */
record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isHtml() {
        return header("content-type").contains("html") || body.stripLeading().startsWith("<");
    }

    /** Empty where the body is none. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(body)).filter(json -> !json.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * What is said in Egeria's families by {@code relatedHTTPCode}, else by the status. A check that finds something wrong
     * says 400.
     */
    int outcome() {
        if (isBadCheck()) {
            return 400;
        }
        int related = json().map(json -> json.path("relatedHTTPCode").asInt()).orElse(0);
        return status == 200 && related > 0 ? related : status;
    }

    boolean isRefusal() {
        return outcome() >= 400;
    }

    /** What went wrong, in words; empty where nothing is said. */
    String message() {
        if (isBadCheck()) {
            return json().orElseThrow().path("problems").toString();
        }
        return json().map(json -> json.path("detail")
                        .asText(json.path("exceptionErrorMessage").asText()))
                .orElse("");
    }

    /** Whether it is a clear no, as to the question whether there is something. */
    boolean saysNo() {
        JsonNode flag = json().map(json -> json.path("flag")).orElseGet(MissingNode::getInstance);
        return outcome() == 200 && flag.isBoolean() && !flag.booleanValue();
    }

    private boolean isBadCheck() {
        JsonNode valid = json().map(json -> json.path("valid")).orElseGet(MissingNode::getInstance);
        return status == 200 && valid.isBoolean() && !valid.booleanValue();
    }

    /** Whether it says that the caller may not do this: in HTTP, or as Egeria's clients expect it. */
    boolean isForbidden() {
        boolean egeria = json().map(json -> json.path("exceptionClassName").asText())
                .orElse("")
                .endsWith("NotAuthorizedException");
        return status == 403 || egeria;
    }

    @Override
    public String toString() {
        String text = body.length() > 300 ? body.substring(0, 300) + "…" : body;
        return status + " " + header("content-type") + " " + text.replaceAll("\\s+", " ");
    }
}
