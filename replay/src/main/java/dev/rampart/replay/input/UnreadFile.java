package dev.rampart.replay.input;

/**
 * A file that could not be read to its end. What was read of it before is used.
 *
 * @param reason why, in a few words
 */
public record UnreadFile(String name, String reason) {}
