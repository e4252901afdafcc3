/** A request and what is known of it on its way through the gateway. */
@NullMarked
package dev.rampart.local.gateway.request;

import org.jspecify.annotations.NullMarked;
