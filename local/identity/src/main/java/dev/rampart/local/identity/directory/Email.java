package dev.rampart.local.identity.directory;

/**
 * A message that a pool on AWS would send by email.
 *
 * @param recipient the address, without anything invisible
 */
public record Email(String recipient, String text) {}
