/**
 * API destinations and their connections: what EventBridge calls over HTTP. Only what is on
 * loopback is called; other requests are shown to whoever started the run.
 */
@NullMarked
package dev.rampart.local.events.destination;

import org.jspecify.annotations.NullMarked;
