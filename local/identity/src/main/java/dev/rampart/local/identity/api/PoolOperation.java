package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;

/** One operation of the API. */
@FunctionalInterface
interface PoolOperation {

  /**
   * Carries it out.
   *
   * @throws dev.rampart.local.protocol.AwsError to refuse
   */
  JsonNode carryOut(Input input);
}
