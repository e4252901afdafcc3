package dev.rampart.local.host;

import dev.rampart.local.supervision.Fault;
import java.util.Optional;

/**
 * How a function is doing.
 *
 * @param processes how many processes it has
 * @param busy how many events are being worked on, or wait for a process that is free
 * @param fault how the last invocation failed; empty if it succeeded
 * @param throttling why it did not take its last event; empty once it has run again
 * @param processFault why its last process did not start; empty if it did
 * @param logFault why its last line is not in its log; empty if it is
 * @param listenerFault why no metrics were read from its last line; empty if it could be read
 */
public record FunctionHealth(
    String name,
    int processes,
    int busy,
    Optional<Fault> fault,
    Optional<Fault> throttling,
    Optional<Fault> processFault,
    Optional<Fault> logFault,
    Optional<Fault> listenerFault) {}
