/**
 * What the landing areas have in common that are reached over the network: their settings, the addresses that they may
 * not lead to, and the words for what can go wrong. The landing areas themselves are plug-ins, since their libraries are
 * large (docs/adr/0031-landing-areas-elsewhere.md): {@code connectors.files.s3} and {@code connectors.files.sftp}.
 */
package io.openintegration.daemon.connectors.files.remote;
