package dev.rampart.benchmark.detection.world.actor;

/**
 * A user of the API.
 *
 * @param account what is typed to sign in
 * @param principal the subject of the user's tokens
 */
public record Person(String account, String principal) {}
