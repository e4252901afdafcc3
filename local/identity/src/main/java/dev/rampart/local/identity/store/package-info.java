/** Keeps what has to outlive a restart: in memory, or in files that only their owner can read. */
@NullMarked
package dev.rampart.local.identity.store;

import org.jspecify.annotations.NullMarked;
