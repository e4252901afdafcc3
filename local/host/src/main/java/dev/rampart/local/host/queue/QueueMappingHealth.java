package dev.rampart.local.host.queue;

import dev.rampart.local.supervision.Fault;
import java.util.Optional;

/**
 * How a queue mapping is doing.
 *
 * @param fault why the last attempt failed; empty if it did not
 */
public record QueueMappingHealth(String functionArn, String queueArn, Optional<Fault> fault) {}
