/** The running user pool: its parts put together, and the environment that they need. */
@NullMarked
package dev.rampart.local.identity.pool;

import org.jspecify.annotations.NullMarked;
