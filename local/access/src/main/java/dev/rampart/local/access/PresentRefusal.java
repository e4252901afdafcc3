package dev.rampart.local.access;

import java.time.Instant;

/**
 * A kind of request that is refused at present.
 *
 * @param what who is refused what, and which statement or resource is missing, as one clause
 * @param since when it was refused first
 */
public record PresentRefusal(String what, Instant since) {}
