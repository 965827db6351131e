/** How messages are sent by Jakarta Messaging: shared by the adapters that publish. */
package io.openintegration.daemon.messaging;
