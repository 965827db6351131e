package io.openintegration.daemon.rest.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.metadata.types.TypeCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What elements, classifications and relationships begin with on the wire: status, type, origin, versions. */
record HeaderJson(ServerName server, TypeCatalogue types) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

    /** @param category the peer's name of the type's category, for instance {@code ENTITY_DEF} */
    void write(
            ObjectNode json,
            TypeName type,
            String category,
            Optional<MetadataSource> source,
            ElementVersions versions) {
        json.put("headerVersion", 0).put("status", "ACTIVE");
        writeType(json.putObject("type"), type, category);
        writeOrigin(json.putObject("origin"), source);
        writeVersions(json.putObject("versions"), versions);
    }

    private void writeType(ObjectNode json, TypeName type, String category) {
        json.put("typeId", TypeDefJson.guid(type.value())).put("typeName", type.value());
        List<TypeName> superTypes = types.superTypes(type);
        if (!superTypes.isEmpty()) {
            superTypes.forEach(superType -> json.withArray("superTypeNames").add(superType.value()));
        }
        json.put("typeVersion", 1).put("typeCategory", category);
    }

    private void writeOrigin(ObjectNode json, Optional<MetadataSource> source) {
        json.put("sourceServer", server.value())
                .put("originCategory", source.isPresent() ? "EXTERNAL_SOURCE" : "LOCAL_COHORT")
                .put(
                        "homeMetadataCollectionId",
                        source.map(owner -> owner.guid().value()).orElseGet(this::ownCollection))
                .put(
                        "homeMetadataCollectionName",
                        source.map(owner -> owner.name().value()).orElse(server.value()));
    }

    /** The server's own collection of metadata; made of its name, so that it is the same after every start. */
    private String ownCollection() {
        return UUID.nameUUIDFromBytes(server.value().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void writeVersions(ObjectNode json, ElementVersions versions) {
        json.put("createdBy", versions.createdBy().value())
                .put("updatedBy", versions.updatedBy().value());
        Stream.of(versions.createdBy(), versions.updatedBy())
                .map(UserId::value)
                .distinct()
                .forEach(json.putArray("maintainedBy")::add);
        json.put("createTime", time(versions.createTime()))
                .put("updateTime", time(versions.updateTime()))
                .put("version", versions.version());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
