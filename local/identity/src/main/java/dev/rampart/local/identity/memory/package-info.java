/** What the pool remembers for its clients between requests, within limits. */
@NullMarked
package dev.rampart.local.identity.memory;

import org.jspecify.annotations.NullMarked;
