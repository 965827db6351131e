/**
 * Looks into files: what kind they are, how their text is encoded, what schema they have. Knows neither where a file is
 * kept nor what it is called in open metadata: bytes come in by
 * {@link io.openintegration.daemon.connectors.files.content.FileBytes}, and what was found goes out.
 */
package io.openintegration.daemon.connectors.files.content;
