package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls DynamoDB Streams. */
@FunctionalInterface
interface StreamSource {

  /**
   * Carries out one operation.
   *
   * @throws StreamFault if the service refuses or cannot be reached
   */
  JsonNode call(String operation, JsonNode input) throws StreamFault, InterruptedException;
}
