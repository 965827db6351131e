/**
 * The soak: a real server with 1,000 connectors, and everything that can go wrong with them at random, but from a seed. {@link
 * io.openintegration.daemon.bench.SoakBench} is the program, {@code SoakServer} the server's process, {@code SoakLayout} its
 * documents and files, {@code Storm} the faults, {@code Observer} what is sampled meanwhile, {@code Evidence} what the server's
 * database says of all that afterwards. {@code UnrulyConnector} and {@code Whim} alone run within the server: a jar of them is put
 * into a copy of the WAR.
 */
package io.openintegration.daemon.bench.soak;
