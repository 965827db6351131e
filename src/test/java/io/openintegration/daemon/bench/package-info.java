/** Benchmarks: programs, not tests. bench/README.md tells how to run them and what came out. */
package io.openintegration.daemon.bench;
