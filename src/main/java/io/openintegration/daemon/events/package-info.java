/**
 * How change events of a metadata server are told outside: their JSON, and the topic on which they are published
 * (docs/store-api.md, "What changes"; ADR 40).
 */
package io.openintegration.daemon.events;
