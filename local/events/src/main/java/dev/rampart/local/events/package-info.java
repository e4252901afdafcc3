/** The stand-ins for EventBridge and SQS. */
@NullMarked
package dev.rampart.local.events;

import org.jspecify.annotations.NullMarked;
