package dev.rampart.local.identity.settings;

import java.time.Duration;

/**
 * How long what a client gets can be used.
 *
 * @param challenge how long a user has for each step of a sign-in
 */
public record TokenLifetimes(Duration access, Duration id, Duration refresh, Duration challenge) {}
