-- Runs unchanged on H2 and PostgreSQL. GUIDs are UUIDs that begin with the time: their order is that of creation, by which
-- results are paged, and new ones come last in every index. Names are matched by a hash, because a name may be longer than
-- an index allows; names of the same folder have hashes that are near to each other, so that a change set touches few pages
-- of the index. Times are milliseconds since 1970.
CREATE TABLE element (
    guid            UUID             NOT NULL PRIMARY KEY,
    type_name       VARCHAR(255)     NOT NULL,
    name_key        UUID             NOT NULL,
    properties      VARCHAR(1000000) NOT NULL,
    classifications VARCHAR(1000000) NOT NULL,
    search_text     VARCHAR(1000000) NOT NULL,
    anchor_guid     UUID,
    archived_with   UUID,
    source_guid     VARCHAR(255),
    source_name     VARCHAR(1000000),
    created_by      VARCHAR(1000)    NOT NULL,
    updated_by      VARCHAR(1000)    NOT NULL,
    create_time     BIGINT           NOT NULL,
    update_time     BIGINT           NOT NULL,
    version         BIGINT           NOT NULL,
    revision        BIGINT           NOT NULL,
    CONSTRAINT element_name UNIQUE (name_key),
    CONSTRAINT element_anchor FOREIGN KEY (anchor_guid) REFERENCES element (guid) ON DELETE CASCADE
);

CREATE INDEX element_by_type ON element (type_name, guid);
CREATE INDEX element_by_anchor ON element (anchor_guid);

-- link_key is empty for types of which there is one between two elements, so that the database keeps it to one;
-- for the others it is the GUID.
CREATE TABLE relationship (
    guid        UUID             NOT NULL PRIMARY KEY,
    type_name   VARCHAR(255)     NOT NULL,
    end1        UUID             NOT NULL,
    end2        UUID             NOT NULL,
    link_key    VARCHAR(100)     NOT NULL,
    properties  VARCHAR(1000000) NOT NULL,
    source_guid VARCHAR(255),
    source_name VARCHAR(1000000),
    created_by  VARCHAR(1000)    NOT NULL,
    updated_by  VARCHAR(1000)    NOT NULL,
    create_time BIGINT           NOT NULL,
    update_time BIGINT           NOT NULL,
    version     BIGINT           NOT NULL,
    CONSTRAINT relationship_link UNIQUE (end1, type_name, end2, link_key),
    CONSTRAINT relationship_end1 FOREIGN KEY (end1) REFERENCES element (guid) ON DELETE CASCADE,
    CONSTRAINT relationship_end2 FOREIGN KEY (end2) REFERENCES element (guid) ON DELETE CASCADE
);

CREATE INDEX relationship_by_end2 ON relationship (end2);
