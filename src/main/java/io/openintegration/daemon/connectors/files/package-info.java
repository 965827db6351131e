/**
 * The connectors of the Files Integrator. {@link io.openintegration.daemon.connectors.files.DataFilesMonitor}
 * catalogues the files of a directory tree one by one,
 * {@link io.openintegration.daemon.connectors.files.DataFolderMonitor} a directory as one data set. Both only ever
 * read. Where the files are is behind a port: a {@link io.openintegration.daemon.connectors.files.LandingArea} lists one
 * folder and tells files, folders and what is neither apart;
 * {@link io.openintegration.daemon.connectors.files.LocalLandingArea} does so for mounted file systems.
 * {@link io.openintegration.daemon.connectors.files.TreeDescription} walks the tree with it, and
 * {@link io.openintegration.daemon.connectors.files.FileDescriber} puts a file into the words of open metadata. What
 * operators see of it is told in docs/connectors/files.md.
 */
package io.openintegration.daemon.connectors.files;
