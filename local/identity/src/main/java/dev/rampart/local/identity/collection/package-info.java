/** Collections of limited size for what the pool remembers between requests. */
@NullMarked
package dev.rampart.local.identity.collection;

import org.jspecify.annotations.NullMarked;
