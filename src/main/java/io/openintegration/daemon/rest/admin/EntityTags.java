package io.openintegration.daemon.rest.admin;

import io.openintegration.daemon.configuration.documents.DocumentVersion;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.RestMessage;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110) stand for the version of the whole document, on all resources that are a part of it. */
final class EntityTags {

    private static final String ANY = "*";
    private static final Pattern TAG = Pattern.compile("\\s*+(W/)?\"([^\"\\p{Cntrl}]*+)\"\\s*+");

    private EntityTags() {}

    static EntityTag of(DocumentVersion version) {
        return new EntityTag(version.value());
    }

    /**
     * What {@code If-Match} and {@code If-None-Match} of a request that changes something ask for.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-400-005} where they are not well-formed
     */
    static Precondition precondition(HttpHeaders headers) {
        return precondition(header(headers, HttpHeaders.IF_MATCH), header(headers, HttpHeaders.IF_NONE_MATCH));
    }

    static Precondition precondition(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
        Precondition match = ifMatch.map(
                        value -> value.equals(ANY) ? Precondition.EXISTING : Precondition.oneOf(versions(value)))
                .orElse(Precondition.NONE);
        Precondition noneMatch = ifNoneMatch
                .map(value -> value.equals(ANY) ? Precondition.NEW : not(Precondition.oneOf(versions(value))))
                .orElse(Precondition.NONE);
        return match.and(noneMatch);
    }

    private static Precondition not(Precondition condition) {
        return stored -> !condition.holds(stored);
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).map(String::strip);
    }

    /** Weak tags never match: ours are strong. */
    private static Set<DocumentVersion> versions(String list) {
        Set<DocumentVersion> versions = new HashSet<>();
        int place = 0;
        Matcher tag = TAG.matcher(list);
        while (tag.region(place, list.length()).lookingAt()) {
            if (tag.group(1) == null) {
                versions.add(new DocumentVersion(tag.group(2)));
            }
            place = tag.end();
            if (place == list.length()) {
                return versions;
            }
            if (list.charAt(place) != ',') {
                break;
            }
            place++;
        }
        throw new RejectedRequestException(RestMessage.BAD_PARAMETER.with(
                "If-Match or If-None-Match", list, "an entity tag in double quotes, a list of them, or *"));
    }
}
