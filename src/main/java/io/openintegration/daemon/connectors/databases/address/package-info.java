/**
 * Addresses of databases: JDBC URLs are taken apart, what is not known to be harmless is refused, and what is left is put
 * together anew. A driver never sees a URL that somebody wrote.
 */
package io.openintegration.daemon.connectors.databases.address;
