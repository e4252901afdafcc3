/** The API as the template defines it: its operations, and the route to each. */
@NullMarked
package dev.rampart.local.gateway.definition;

import org.jspecify.annotations.NullMarked;
