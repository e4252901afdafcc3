package dev.rampart.local.account;

/**
 * What one question to an account brought.
 *
 * @param id of the question
 * @param found in one line
 * @param why it matters
 * @param mend the command that mends it; an empty text if nothing has to be done
 */
public record PreflightResult(String id, Outcome outcome, String found, String why, String mend) {}
