/** The gates that a request has to pass before its integration, one class for each. */
@NullMarked
package dev.rampart.local.gateway.gate;

import org.jspecify.annotations.NullMarked;
