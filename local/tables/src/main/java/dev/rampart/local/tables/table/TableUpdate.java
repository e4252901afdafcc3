package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import java.util.List;

/**
 * Reads an UpdateTable request: what the CreateTable request of the table would have to be for the
 * table to be as it is wanted.
 */
public final class TableUpdate {
  private static final List<String> UNSUPPORTED =
      List.of(
          "StreamSpecification",
          "SSESpecification",
          "ReplicaUpdates",
          "TableClass",
          "OnDemandThroughput",
          "WarmThroughput",
          "MultiRegionConsistency",
          "GlobalTableWitnessUpdates",
          "GlobalTableSettingsReplicationMode");
  private static final List<String> SUPPORTED =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "DeletionProtectionEnabled",
          "GlobalSecondaryIndexUpdates");

  private final Request update;
  private final ObjectNode table;

  private TableUpdate(Request update, ObjectNode table) {
    this.update = update;
    this.table = table;
  }

  /** Returns the definition that a table has after an update. */
  public static TableDefinition read(Request update, TableDefinition current) {
    ObjectNode table = current.request().deepCopy();
    return new TableUpdate(update, table).read();
  }

  private TableDefinition read() {
    UNSUPPORTED.stream()
        .filter(update::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw invalid(
                  "UpdateTable with " + name + " is not supported here: make the table anew.");
            });
    if (SUPPORTED.stream().noneMatch(update::has)) {
      throw invalid(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    update
        .member("DeletionProtectionEnabled")
        .ifPresent(enabled -> table.set("DeletionProtectionEnabled", enabled));
    billing();
    new IndexUpdates(update, table).apply();
    return TableDefinitionReader.read(new Request(table));
  }

  private void billing() {
    boolean throughput = update.has("ProvisionedThroughput");
    boolean wasProvisioned = isProvisioned();
    update.member("BillingMode").ifPresent(mode -> table.set("BillingMode", mode));
    if (!isProvisioned()) {
      if (throughput) {
        throw invalidParameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
                + " PAY_PER_REQUEST");
      }
      table.remove("ProvisionedThroughput");
      table
          .path("GlobalSecondaryIndexes")
          .forEach(index -> ((ObjectNode) index).remove("ProvisionedThroughput"));
      return;
    }
    if (!wasProvisioned && !throughput) {
      throw invalidParameter(
          "ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
    }
    if (throughput) {
      Throughput wanted = Throughput.of(update.json());
      if (wasProvisioned) {
        wanted.requireChange(Throughput.of(table));
      }
      table.set("ProvisionedThroughput", update.required("ProvisionedThroughput"));
    }
  }

  private boolean isProvisioned() {
    return !table.path("BillingMode").asText().equals("PAY_PER_REQUEST");
  }
}
