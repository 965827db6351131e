/**
 * Landing areas on hosts that speak SFTP: a plug-in, not part of the WAR. Directories are listed page by page with the
 * attributes of their files; of a file no more is read than what is needed to see its kind and columns. The host has to
 * prove that it is the one that is meant.
 */
package io.openintegration.daemon.connectors.files.sftp;
