-- Relationships of a type, whatever is at their ends, in the order in which they were made: the other way to the few of a rare type is
-- by way of all relationships.
CREATE INDEX relationship_by_type ON relationship (type_name, guid);
