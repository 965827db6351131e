/**
 * Every operation of the REST API on the real server, whatever it is: what the catalogue of resources finds is walked with the
 * users of all roles and with all kinds of bad input, and compared with the OpenAPI document. Nothing here names an
 * operation, so a new one is tested as soon as it is there.
 */
package io.openintegration.daemon.it.api;
