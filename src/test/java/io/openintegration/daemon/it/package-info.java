/** Tests in the real application server: few and telling. They talk to the deployed WAR over HTTP, as operators do. */
package io.openintegration.daemon.it;
