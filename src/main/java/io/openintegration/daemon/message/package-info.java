/**
 * Everything the product can say: severities, message definitions with their stable ids, and the two ports of the audit
 * log: {@link io.openintegration.daemon.message.AuditLog} to write,
 * {@link io.openintegration.daemon.message.AuditTrail} to query. Plain Java; every other room may use it.
 *
 * <p>A new message goes into the enum of the area that speaks it (one enum per area, beside the code), never here.
 */
package io.openintegration.daemon.message;
