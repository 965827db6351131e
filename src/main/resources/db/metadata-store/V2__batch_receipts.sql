-- What came of the batches of a request, so that a request that is repeated is not carried out again. Results are lines of GUID,
-- version, and whether anything changed.
CREATE TABLE batch_receipt (
    request_id  VARCHAR(100)     NOT NULL,
    batch       BIGINT           NOT NULL,
    digest      VARCHAR(100)     NOT NULL,
    results     VARCHAR(1000000) NOT NULL,
    create_time BIGINT           NOT NULL,
    CONSTRAINT batch_receipt_key PRIMARY KEY (request_id, batch)
);

CREATE INDEX batch_receipt_by_time ON batch_receipt (create_time);
