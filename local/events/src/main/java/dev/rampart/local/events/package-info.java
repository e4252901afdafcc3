/**
 * The stand-ins for EventBridge and SQS.
 *
 * <pre>{@code
 * LocalEvents events = LocalEvents.open(pseudoParameters, clock, journal, functions);
 * events.addBus(busSettings);
 * events.add(queueSettings);
 * events.add(ruleSettings);
 * AwsServer server = AwsServer.start(port, events.services());
 * }</pre>
 */
@NullMarked
package dev.rampart.local.events;

import org.jspecify.annotations.NullMarked;
