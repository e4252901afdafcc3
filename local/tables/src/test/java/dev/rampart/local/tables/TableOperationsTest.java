package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.n;
import static dev.rampart.local.tables.Attributes.s;
import static dev.rampart.local.tables.ThingsTable.attribute;
import static dev.rampart.local.tables.ThingsTable.hash;
import static dev.rampart.local.tables.ThingsTable.range;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

final class TableOperationsTest extends TablesTestCase {

  @Test
  void a_table_is_described_as_it_was_made() {
    createTable();
    put("pk", s("p"), "sk", s("s"), "group", s("g"), "at", n(1));

    TableDescription table = db.describeTable(r -> r.tableName(TABLE)).table();

    assertThat(table.tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(table.tableArn())
        .isEqualTo("arn:aws:dynamodb:eu-west-1:000000000000:table/" + TABLE);
    assertThat(table.itemCount()).isEqualTo(1);
    assertThat(table.keySchema()).containsExactly(hash("pk"), range("sk"));
    assertThat(table.globalSecondaryIndexes()).hasSize(2);
    assertThat(table.localSecondaryIndexes()).hasSize(1);
    assertThat(table.latestStreamArn()).startsWith(table.tableArn() + "/stream/2026-11-24T");
  }

  @Test
  void a_name_is_taken_once_and_free_again_after_the_table_is_deleted() {
    createTable();
    put("pk", s("p"), "sk", s("s"));
    assertRefused("ResourceInUseException", "Table already exists: " + TABLE, this::createTable);

    db.deleteTable(r -> r.tableName(TABLE));
    assertThat(db.listTables().tableNames()).isEmpty();
    assertRefused(
        "ResourceNotFoundException",
        "Requested resource not found: Table: " + TABLE + " not found",
        () -> db.describeTable(r -> r.tableName(TABLE)));

    createTable();
    assertThat(get("p", "s")).isEmpty();
  }

  @Test
  void lists_of_tables_are_paged_by_name() {
    for (String name : new String[] {"ccc", "aaa", "bbb"}) {
      db.createTable(
          r ->
              r.tableName(name)
                  .billingMode("PAY_PER_REQUEST")
                  .attributeDefinitions(attribute("pk", "S"))
                  .keySchema(hash("pk")));
    }

    ListTablesResponse first = db.listTables(r -> r.limit(2));
    ListTablesResponse rest =
        db.listTables(r -> r.exclusiveStartTableName(first.lastEvaluatedTableName()));

    assertThat(first.tableNames()).containsExactly("aaa", "bbb");
    assertThat(rest.tableNames()).containsExactly("ccc");
  }

  @Test
  void broken_definitions_are_refused() {
    assertInvalid(
        "1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 3",
        () ->
            db.createTable(
                r ->
                    r.tableName("ab")
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(attribute("pk", "S"))
                        .keySchema(hash("pk"))));
    assertInvalid(
        "One or more parameter values were invalid: Number of attributes in KeySchema does not"
            + " exactly match number of attributes defined in AttributeDefinitions",
        () ->
            db.createTable(
                r ->
                    r.tableName("abc")
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(attribute("pk", "S"), attribute("sk", "S"))
                        .keySchema(hash("pk"))));
    assertInvalid(
        "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
        () ->
            db.createTable(
                r ->
                    r.tableName("abc")
                        .billingMode("PAY_PER_REQUEST")
                        .attributeDefinitions(attribute("pk", "S"))
                        .keySchema(range("pk"))));
  }

  @Test
  void a_protected_table_is_not_deleted() {
    db.createTable(
        r ->
            r.tableName("kept")
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(attribute("pk", "S"))
                .keySchema(hash("pk"))
                .deletionProtectionEnabled(true));

    assertInvalid(
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
            + " protection first.",
        () -> db.deleteTable(r -> r.tableName("kept")));
    assertThat(db.listTables().tableNames()).containsExactly("kept");
  }

  @Test
  void time_to_live_is_switched_on_once() {
    createTable();
    assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLED);

    setTimeToLive(true);

    assertThat(status()).isEqualTo(TimeToLiveStatus.ENABLED);
    assertInvalid("TimeToLive is already enabled", () -> setTimeToLive(true));
    setTimeToLive(false);
    assertThat(status()).isEqualTo(TimeToLiveStatus.DISABLED);
  }

  private void setTimeToLive(boolean enabled) {
    db.updateTimeToLive(
        r ->
            r.tableName(TABLE)
                .timeToLiveSpecification(t -> t.attributeName("expiresAt").enabled(enabled)));
  }

  private TimeToLiveStatus status() {
    return db.describeTimeToLive(r -> r.tableName(TABLE))
        .timeToLiveDescription()
        .timeToLiveStatus();
  }
}
