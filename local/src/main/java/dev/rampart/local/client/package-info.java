/** Speaks to a running instance from outside: to its pages for a token, to its API as a client. */
@NullMarked
package dev.rampart.local.client;

import org.jspecify.annotations.NullMarked;
