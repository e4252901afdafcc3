package dev.rampart.local.events.input;

import java.time.Instant;

/**
 * An event on its way to a target.
 *
 * @param text as JSON
 * @param received when EventBridge got it
 */
public record Delivered(String text, String ruleName, String ruleArn, Instant received) {}
