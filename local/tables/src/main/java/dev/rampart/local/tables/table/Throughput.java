package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;

/** The provisioned throughput of a table, in capacity units. */
record Throughput(long read, long write) {

  /** Reads the member of a request that holds it. */
  static Throughput of(JsonNode request) {
    JsonNode units = request.path("ProvisionedThroughput");
    return new Throughput(
        units.path("ReadCapacityUnits").asLong(), units.path("WriteCapacityUnits").asLong());
  }

  /** Refuses an update to the throughput that the table has already. */
  void requireChange(Throughput current) {
    if (equals(current)) {
      throw invalid(
          "The provisioned throughput for the table will not change. The requested value equals the"
              + " current value. Current ReadCapacityUnits provisioned for the table: %d. Requested"
                  .formatted(current.read)
              + " ReadCapacityUnits: %d. Current WriteCapacityUnits provisioned for the table: %d."
                  .formatted(read, current.write)
              + " Requested WriteCapacityUnits: %d. Refer to the Amazon DynamoDB Developer Guide for"
                  .formatted(write)
              + " current limits and how to request higher limits.");
    }
  }
}
