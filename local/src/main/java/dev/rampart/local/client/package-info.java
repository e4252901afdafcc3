/**
 * Speaks to a running instance from outside: to its API as a client, to its services as aws would.
 */
@NullMarked
package dev.rampart.local.client;

import org.jspecify.annotations.NullMarked;
