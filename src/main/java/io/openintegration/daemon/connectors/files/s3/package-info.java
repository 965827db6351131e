/**
 * Landing areas in stores of objects that speak the protocol of Amazon S3: a plug-in, not part of the WAR. A store of
 * objects has no folders; what stands for one is the common beginning of keys, up to a slash. One listing with the slash as
 * delimiter tells a folder's files and folders; no object is read but to look at the beginning of a file whose time, size
 * or ETag changed.
 */
package io.openintegration.daemon.connectors.files.s3;
