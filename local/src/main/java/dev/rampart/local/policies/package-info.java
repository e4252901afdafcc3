/**
 * Writes who may send to queues, publish to topics and call functions, as the resources are wired.
 */
@org.jspecify.annotations.NullMarked
package dev.rampart.local.policies;
