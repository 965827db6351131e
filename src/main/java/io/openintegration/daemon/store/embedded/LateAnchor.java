package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;

/** That an element is a part of another one, said after both are there. */
record LateAnchor(Guid element, Guid anchor) {}
