package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;

/** Reads what a line of an export stands for; what fails does so as in {@link ExportedFields}. */
final class ExportedRecord {

    private ExportedRecord() {}

    static ElementRow element(ExportedFields fields) {
        fields.only(
                "guid",
                "typeName",
                "properties",
                "classifications",
                "anchor",
                "archivedWith",
                "source",
                "createdBy",
                "updatedBy",
                "createTime",
                "updateTime",
                "version");
        Element element = new Element(
                fields.guid("guid"),
                new TypeName(fields.text("typeName")),
                PropertyText.read(fields.object("properties")),
                PropertyText.readClassifications(fields.object("classifications")),
                fields.source(),
                fields.versions());
        if (element.qualifiedName().isEmpty()) {
            throw new IllegalArgumentException("an element must have a qualifiedName");
        }
        if (element.isArchived() != fields.json().has("archivedWith")) {
            throw new IllegalArgumentException("an element has archivedWith if it has the classification Memento");
        }
        return ElementRow.of(
                new StoredElement(element, fields.optionalGuid("anchor"), fields.optionalGuid("archivedWith"), 0));
    }

    static LateAnchor anchor(ExportedFields fields) {
        fields.only("element", "anchor");
        return new LateAnchor(fields.guid("element"), fields.guid("anchor"));
    }

    static Relationship relationship(ExportedFields fields) {
        fields.only(
                "guid",
                "typeName",
                "end1",
                "end2",
                "properties",
                "source",
                "createdBy",
                "updatedBy",
                "createTime",
                "updateTime",
                "version");
        ElementProperties properties = PropertyText.read(fields.object("properties"));
        TypeName type = new TypeName(fields.text("typeName"));
        ElementRow.limited(PropertyText.write(properties), type);
        return new Relationship(
                fields.guid("guid"),
                type,
                fields.guid("end1"),
                fields.guid("end2"),
                properties,
                fields.source(),
                fields.versions());
    }

    static Receipt receipt(ExportedFields fields) {
        fields.only("requestId", "batch", "digest", "results", "time");
        return new Receipt(
                new BatchId(fields.text("requestId"), fields.smallNumber("batch"), fields.text("digest")),
                Receipts.read(fields.text("results")),
                fields.time("time"));
    }
}
