package dev.rampart.local.gateway.usage;

import java.time.Instant;

/**
 * An API key.
 *
 * @param value what a client sends
 * @param enabled whether it opens anything
 */
public record ApiKey(
    String id,
    String name,
    String description,
    String value,
    boolean enabled,
    Instant created,
    Instant updated) {}
