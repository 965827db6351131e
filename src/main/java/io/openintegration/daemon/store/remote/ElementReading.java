package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Elements and relationships as answers hold them. */
final class ElementReading {

    private ElementReading() {}

    static Element element(Fields json) throws ShapeException {
        Map<TypeName, ElementProperties> classifications = new HashMap<>();
        for (Fields one : json.objects("classifications")) {
            classifications.put(
                    new TypeName(one.text("classificationName")),
                    PropertyReading.of(one.optionalObject("classificationProperties")));
        }
        return new Element(
                new Guid(json.text("elementGUID")),
                type(json.object("type")),
                PropertyReading.of(json.optionalObject("elementProperties")),
                classifications,
                source(json),
                versions(json.object("versions")));
    }

    /** @param asked the element whose neighbour it is */
    static RelatedElement related(Fields json, Guid asked) throws ShapeException {
        Element element = element(json.object("element"));
        boolean atEnd1 = json.flag("elementAtEnd1");
        Relationship link = new Relationship(
                new Guid(json.text("relationshipGUID")),
                type(json.object("type")),
                atEnd1 ? element.guid() : asked,
                atEnd1 ? asked : element.guid(),
                PropertyReading.of(json.optionalObject("relationshipProperties")),
                source(json),
                versions(json.object("versions")));
        return new RelatedElement(link, element, atEnd1);
    }

    static Relationship relationship(Fields json) throws ShapeException {
        return new Relationship(
                new Guid(json.text("relationshipGUID")),
                type(json.object("type")),
                new Guid(json.text("elementGUIDAtEnd1")),
                new Guid(json.text("elementGUIDAtEnd2")),
                PropertyReading.of(json.optionalObject("relationshipProperties")),
                source(json),
                versions(json.object("versions")));
    }

    private static TypeName type(Fields json) throws ShapeException {
        return new TypeName(json.text("typeName"));
    }

    /** By the GUID alone, as the peer does; a source that was given no name is called by it. */
    private static Optional<MetadataSource> source(Fields json) throws ShapeException {
        Fields origin = json.object("origin");
        if (!origin.text("originCategory").equals("EXTERNAL_SOURCE")) {
            return Optional.empty();
        }
        String guid = origin.text("homeMetadataCollectionId");
        String name = origin.optionalText("homeMetadataCollectionName").orElse(guid);
        return Optional.of(new MetadataSource(new Guid(guid), new QualifiedName(name)));
    }

    /** What was never updated may name neither who did, nor when. */
    private static ElementVersions versions(Fields json) throws ShapeException {
        UserId creator = new UserId(json.text("createdBy"));
        Instant created = json.time("createTime").orElseThrow(() -> new ShapeException("createTime"));
        return new ElementVersions(
                creator,
                json.optionalText("updatedBy").map(UserId::new).orElse(creator),
                created,
                json.time("updateTime").orElse(created),
                json.number("version"));
    }
}
