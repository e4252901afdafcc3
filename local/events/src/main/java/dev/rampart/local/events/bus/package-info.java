/** EventBridge: buses, rules, what their patterns take, and the delivery to their targets. */
@NullMarked
package dev.rampart.local.events.bus;

import org.jspecify.annotations.NullMarked;
