package dev.rampart.local.gateway.gate;

/**
 * What is said of a gate.
 *
 * @param name what refusals call it
 * @param enforces what it enforces; empty if nothing yet
 * @param missing what AWS enforces there and it does not; empty if nothing
 */
public record GateDescription(String name, String enforces, String missing) {}
