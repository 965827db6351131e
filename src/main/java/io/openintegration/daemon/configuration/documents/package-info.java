/**
 * Changing configuration documents. {@link io.openintegration.daemon.configuration.documents.DocumentAdministration} applies
 * a {@link io.openintegration.daemon.configuration.documents.DocumentEdit} to the document's JSON tree, so that unknown
 * fields, their order and placeholders stay; it refuses a change that would add a mistake, saves the document whole, writes
 * the document's own audit trail and keeps previous versions. {@link
 * io.openintegration.daemon.configuration.documents.SecretMask} keeps secrets inside: what leaves shows a mask in their
 * place, and a mask that comes back stands for what is stored.
 */
package io.openintegration.daemon.configuration.documents;
