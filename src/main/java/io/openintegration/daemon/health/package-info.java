/**
 * How the platform is, for orchestrators (MicroProfile Health): alive, ready (the start-up servers are started and our own
 * database answers), started. Remote systems and connectors never decide readiness; how they fare is given as data.
 */
package io.openintegration.daemon.health;
