package dev.rampart.local.tables;

import static dev.rampart.local.tables.Attributes.map;
import static dev.rampart.local.tables.Attributes.s;
import static dev.rampart.local.tables.ThingsTable.attribute;
import static dev.rampart.local.tables.ThingsTable.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

final class UpdateTableTest extends TablesTestCase {
  private static final String NAME = "plain";

  @BeforeEach
  void table() {
    db.createTable(
        request().billingMode(BillingMode.PAY_PER_REQUEST).deletionProtectionEnabled(true).build());
  }

  private static CreateTableRequest.Builder request() {
    return CreateTableRequest.builder()
        .tableName(NAME)
        .attributeDefinitions(attribute("id", "S"))
        .keySchema(hash("id"));
  }

  private TableDescription described() {
    return db.describeTable(r -> r.tableName(NAME)).table();
  }

  @Test
  void a_protected_table_can_be_deleted_once_protection_is_off() {
    assertInvalid(
        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
            + " protection first.",
        () -> db.deleteTable(r -> r.tableName(NAME)));

    db.updateTable(r -> r.tableName(NAME).deletionProtectionEnabled(false));

    assertThat(described().deletionProtectionEnabled()).isFalse();
    db.deleteTable(r -> r.tableName(NAME));
    assertThat(db.listTables().tableNames()).isEmpty();
  }

  private void createIndex(String name) {
    db.updateTable(
        r ->
            r.tableName(NAME)
                .attributeDefinitions(attribute("color", "S"))
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .create(
                            c ->
                                c.indexName(name)
                                    .keySchema(hash("color"))
                                    .projection(p -> p.projectionType(ProjectionType.ALL)))
                        .build()));
  }

  private long countRed() {
    return db.query(
            r ->
                r.tableName(NAME)
                    .indexName("ByColor")
                    .keyConditionExpression("color = :c")
                    .expressionAttributeValues(map(":c", s("red"))))
        .count();
  }

  private void putRed(String id) {
    db.putItem(r -> r.tableName(NAME).item(map("id", s(id), "color", s("red"))));
  }

  @Test
  void a_new_index_holds_the_items_from_before_and_after_and_can_be_deleted() {
    putRed("before");
    db.putItem(r -> r.tableName(NAME).item(map("id", s("colorless"))));

    createIndex("ByColor");
    putRed("after");

    assertThat(countRed()).isEqualTo(2);
    assertThat(described().globalSecondaryIndexes())
        .extracting(GlobalSecondaryIndexDescription::indexName)
        .containsExactly("ByColor");

    deleteIndex("ByColor");

    assertThat(described().globalSecondaryIndexes()).isEmpty();
    assertThat(described().attributeDefinitions()).hasSize(1);
    assertInvalid("The table does not have the specified index: ByColor", this::countRed);
  }

  @Test
  void an_index_is_created_once_and_deleted_only_if_it_exists() {
    createIndex("ByColor");

    assertInvalid(
        "Attempting to create an index which already exists", () -> createIndex("ByColor"));
    assertRefused(
        "ResourceNotFoundException", "Requested resource not found", () -> deleteIndex("None"));
  }

  private void deleteIndex(String name) {
    db.updateTable(
        r ->
            r.tableName(NAME)
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder().delete(d -> d.indexName(name)).build()));
  }

  @Test
  void billing_and_throughput_change_together() {
    assertInvalid(
        "One or more parameter values were invalid: ProvisionedThroughput must be specified when"
            + " BillingMode is PROVISIONED",
        () -> db.updateTable(r -> r.tableName(NAME).billingMode(BillingMode.PROVISIONED)));

    provision(5);

    assertThat(described().provisionedThroughput().readCapacityUnits()).isEqualTo(5);
    assertThatException()
        .isThrownBy(() -> provision(5))
        .withMessageContaining("The provisioned throughput for the table will not change");
    provision(6);
    assertThat(described().provisionedThroughput().writeCapacityUnits()).isEqualTo(6);
  }

  private void provision(long units) {
    db.updateTable(
        r ->
            r.tableName(NAME)
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(t -> t.readCapacityUnits(units).writeCapacityUnits(units)));
  }

  @Test
  void what_is_not_supported_is_refused_and_an_update_of_nothing_too() {
    assertInvalid(
        "UpdateTable with StreamSpecification is not supported here: make the table anew.",
        () ->
            db.updateTable(
                r -> r.tableName(NAME).streamSpecification(s -> s.streamEnabled(false))));
    assertInvalid(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
            + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required",
        () -> db.updateTable(r -> r.tableName(NAME)));
  }

  @Test
  void an_arn_names_a_table_of_this_region_and_account_only() {
    String arn = described().tableArn();

    assertThat(db.describeTable(r -> r.tableName(arn)).table().tableName()).isEqualTo(NAME);
    String elsewhere = arn.replace("eu-west-1", "us-east-1");
    assertInvalid(
        "1 validation error detected: Invalid AWS region in '" + elsewhere + "'",
        () -> db.scan(r -> r.tableName(elsewhere)));
    String foreign = arn.replace("000000000000", "123456789012");
    assertRefused(
        "AccessDeniedException",
        "The table "
            + foreign
            + " is of another account, and no resource-based policy allows the action.",
        () -> db.scan(r -> r.tableName(foreign)));
    assertInvalid(
        "1 validation error detected: Invalid table ARN '" + arn + "/index/ByColor'",
        () -> db.scan(r -> r.tableName(arn + "/index/ByColor")));
  }
}
