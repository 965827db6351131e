/**
 * Hand-written stand-ins for what surrounds the product, and the contracts that implementations of a port must keep.
 */
package io.openintegration.daemon.testing;
