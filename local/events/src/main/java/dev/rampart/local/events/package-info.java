/**
 * The stand-ins for EventBridge and SQS.
 *
 * <pre>{@code
 * var events = LocalEvents.open(place, InstantSource.system(), journal, functions, listener);
 * events.addBus("rampart-dev");
 * events.addQueue("rampart-dev-detection", queueProperties);
 * events.addRule("rampart-dev-suspicious", ruleProperties);
 * events.addMapping(functionArn, sqsEventProperties);
 * AwsServer server = AwsServer.start(port, events.services());
 * events.start();
 * }</pre>
 */
@NullMarked
package dev.rampart.local.events;

import org.jspecify.annotations.NullMarked;
