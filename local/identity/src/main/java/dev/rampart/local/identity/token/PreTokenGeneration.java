package dev.rampart.local.identity.token;

import com.fasterxml.jackson.databind.JsonNode;

/** The function that the pool asks before it signs tokens for a user: Cognito's trigger V2. */
@FunctionalInterface
public interface PreTokenGeneration {

  /**
   * Asks the function.
   *
   * @param event version 2 of the event, with an empty response
   * @return the event with its response filled in
   * @throws TriggerException if the function fails; no token is issued then
   */
  JsonNode generate(JsonNode event) throws TriggerException;

  /** A function that changes nothing. */
  static PreTokenGeneration none() {
    return event -> event;
  }
}
