/**
 * What is known of plans: {@link io.openintegration.daemon.runtime.plan.Plan} tells of one, {@link
 * io.openintegration.daemon.runtime.plan.Plans} is the port to where they are kept.
 */
package io.openintegration.daemon.runtime.plan;
