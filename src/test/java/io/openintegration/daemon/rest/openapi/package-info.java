/**
 * Makes the OpenAPI document from what there is: the catalogue of resources, their Javadoc, and {@code
 * src/main/openapi/openapi.yaml} for schemas and words. The document is part of the sources, as docs/messages.md is; a test
 * fails where it is out of date.
 */
package io.openintegration.daemon.rest.openapi;
