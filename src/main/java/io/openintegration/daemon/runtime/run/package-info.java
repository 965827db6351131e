/**
 * What is known of refreshes: {@link io.openintegration.daemon.runtime.run.RunReport} tells of one, {@link
 * io.openintegration.daemon.runtime.run.RunHistory} is the port to where they are kept.
 */
package io.openintegration.daemon.runtime.run;
