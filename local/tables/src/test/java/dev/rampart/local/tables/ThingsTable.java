package dev.rampart.local.tables;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The table of the tests: text keys, one local and two global indexes, a stream. */
final class ThingsTable {
  static final String NAME = "Things";

  private ThingsTable() {}

  static void create(DynamoDbClient db) {
    db.createTable(
        r ->
            r.tableName(NAME)
                .billingMode("PAY_PER_REQUEST")
                .attributeDefinitions(
                    attribute("pk", "S"),
                    attribute("sk", "S"),
                    attribute("at", "N"),
                    attribute("group", "S"))
                .keySchema(hash("pk"), range("sk"))
                .localSecondaryIndexes(
                    LocalSecondaryIndex.builder()
                        .indexName("ByAt")
                        .keySchema(hash("pk"), range("at"))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                        .build())
                .globalSecondaryIndexes(
                    List.of(
                        GlobalSecondaryIndex.builder()
                            .indexName("ByGroup")
                            .keySchema(hash("group"), range("at"))
                            .projection(p -> p.projectionType(ProjectionType.ALL))
                            .build(),
                        GlobalSecondaryIndex.builder()
                            .indexName("Names")
                            .keySchema(hash("group"))
                            .projection(
                                p ->
                                    p.projectionType(ProjectionType.INCLUDE)
                                        .nonKeyAttributes("name"))
                            .build()))
                .streamSpecification(
                    s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
  }

  static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  static KeySchemaElement hash(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build();
  }

  static KeySchemaElement range(String name) {
    return KeySchemaElement.builder().attributeName(name).keyType(KeyType.RANGE).build();
  }
}
