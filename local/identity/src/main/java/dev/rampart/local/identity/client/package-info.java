/** A client that signs in as a browser would. */
@NullMarked
package dev.rampart.local.identity.client;

import org.jspecify.annotations.NullMarked;
