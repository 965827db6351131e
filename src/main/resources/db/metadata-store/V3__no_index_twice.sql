-- A foreign key makes H2 add an index where it finds none on just its columns. So there are the indexes first here, then the keys, and
-- nothing is kept, and written, twice. PostgreSQL adds none.
ALTER TABLE element DROP CONSTRAINT element_anchor;
ALTER TABLE relationship DROP CONSTRAINT relationship_end2;

ALTER TABLE element ADD CONSTRAINT element_anchor FOREIGN KEY (anchor_guid) REFERENCES element (guid) ON DELETE CASCADE;
ALTER TABLE relationship ADD CONSTRAINT relationship_end2 FOREIGN KEY (end2) REFERENCES element (guid) ON DELETE CASCADE;
