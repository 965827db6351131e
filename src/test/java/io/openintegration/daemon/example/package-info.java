/** The connector that docs/connector-authors.md quotes: small, complete, and tested as every connector should be. */
package io.openintegration.daemon.example;
