package dev.rampart.local.identity.settings;

import java.util.Optional;

/**
 * A group of users.
 *
 * @param precedence the lower, the earlier in a token
 */
public record GroupSettings(String name, String description, Optional<Integer> precedence) {}
