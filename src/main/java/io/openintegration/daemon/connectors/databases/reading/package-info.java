/**
 * Reads what a database says of its schemas, tables and columns: by bulk queries of its catalogue where the engine is known, else
 * by JDBC's metadata. Everything has a time limit and a limit of rows, and ends when it is told to.
 */
package io.openintegration.daemon.connectors.databases.reading;
