package dev.rampart.local.stack.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.protocol.AwsServer;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.tables.Tables;
import dev.rampart.local.tables.table.TableSettings;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of the template at the local engine, kept on disk from one start to the next. */
final class TableMakerTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REMEDY = "name another folder";
  private static final String TABLE =
      """
      {"TableName": "Things",
       "AttributeDefinitions": [
         {"AttributeName": "pk", "AttributeType": "S"},
         {"AttributeName": "sk", "AttributeType": "S"},
         {"AttributeName": "at", "AttributeType": "N"}],
       "KeySchema": [
         {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
       "LocalSecondaryIndexes": [
         {"IndexName": "ByAt",
          "KeySchema": [
            {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "at", "KeyType": "RANGE"}],
          "Projection": {"ProjectionType": "ALL"}}],
       "GlobalSecondaryIndexes": [
         {"IndexName": "Names",
          "KeySchema": [{"AttributeName": "sk", "KeyType": "HASH"}],
          "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["name", "age"]},
          "OnDemandThroughput": {"MaxReadRequestUnits": 1}},
         {"IndexName": "Times",
          "KeySchema": [{"AttributeName": "at", "KeyType": "HASH"}],
          "Projection": {"ProjectionType": "KEYS_ONLY"}}],
       "BillingMode": "PAY_PER_REQUEST",
       "StreamSpecification": {"StreamViewType": "NEW_IMAGE"},
       "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true}}
      """;

  @TempDir private Path directory;

  private static TableSettings table(JsonNode properties) {
    String template =
        "{\"Resources\": {\"ThingsTable\": {\"Type\": \"AWS::DynamoDB::Table\", \"Properties\": "
            + properties
            + "}}}";
    return TableSettings.read(
        Template.read("t.yaml", template).stack(Map.of()).get("ThingsTable").read());
  }

  private static ObjectNode properties() throws IOException {
    return (ObjectNode) JSON.readTree(TABLE);
  }

  /** Makes a table in the folder of the test, then calls the tables with one operation. */
  private JsonNode made(JsonNode properties, String operation, String input) throws Exception {
    return made(table(properties), operation, input);
  }

  private JsonNode made(TableSettings table, String operation, String input) throws Exception {
    try (Tables tables = Tables.onDisk(directory, InstantSource.system());
        AwsServer server = AwsServer.start(0, List.of(tables));
        AwsClient client = new AwsClient("eu-west-1", "TEST");
        TableMaker maker = new TableMaker(server.url(), "eu-west-1", "TEST", REMEDY)) {
      assertThat(maker.make(table)).contains(":table/Things/stream/");
      return client.call(server.url(), "DynamoDB_20120810." + operation, JSON.readTree(input));
    }
  }

  private void assertRefused(JsonNode other, String difference) throws Exception {
    assertThatExceptionOfType(RunFailure.class)
        .isThrownBy(() -> made(other, "ListTables", "{}"))
        .withMessage(
            "the kept table Things does not fit the template: " + difference + "; " + REMEDY);
  }

  private JsonNode made(String operation, String input) throws Exception {
    return made(properties(), operation, input);
  }

  @Test
  void a_kept_table_of_the_same_shape_keeps_its_items_and_its_expiry() throws Exception {
    var _ =
        made(
            "PutItem",
            "{'TableName':'Things','Item':{'pk':{'S':'p'},'sk':{'S':'s'}}}".replace('\'', '"'));

    assertThat(made("Scan", "{\"TableName\":\"Things\"}").path("Count").asInt()).isOne();
    assertThat(
            made("DescribeTimeToLive", "{\"TableName\":\"Things\"}")
                .at("/TimeToLiveDescription/AttributeName")
                .asText())
        .isEqualTo("expiresAt");
  }

  @Test
  void the_order_of_attributes_and_indexes_is_no_difference() throws Exception {
    var _ = made("ListTables", "{}");
    ObjectNode turned = properties();
    turned
        .withArray("AttributeDefinitions")
        .add(turned.withArray("AttributeDefinitions").remove(0));
    ArrayNode indexes = turned.withArray("GlobalSecondaryIndexes");
    indexes.add(indexes.remove(0));
    ArrayNode names = (ArrayNode) indexes.at("/1/Projection/NonKeyAttributes");
    names.add(names.remove(0));

    assertThat(made(turned, "ListTables", "{}").path("TableNames")).hasSize(1);
  }

  @Test
  void other_keys_are_named() throws Exception {
    var _ = made("ListTables", "{}");

    ObjectNode one = properties();
    one.withArray("KeySchema").remove(1);
    one.remove("LocalSecondaryIndexes");
    assertRefused(
        one,
        "key is pk HASH S, sk RANGE S and should be pk HASH S;"
            + " local index ByAt is pk HASH S, at RANGE N with ALL and should be none");
  }

  @Test
  void another_type_of_a_key_is_named_wherever_it_counts() throws Exception {
    var _ = made("ListTables", "{}");

    JsonNode other = JSON.readTree(TABLE.replace("\"N\"", "\"S\""));
    assertRefused(
        other,
        "global index Times is at HASH N with KEYS_ONLY and should be at HASH S with KEYS_ONLY;"
            + " local index ByAt is pk HASH S, at RANGE N with ALL"
            + " and should be pk HASH S, at RANGE S with ALL");
  }

  @Test
  void a_missing_index_and_another_projection_are_named() throws Exception {
    var _ = made("ListTables", "{}");

    assertRefused(
        JSON.readTree(TABLE.replace("\"Times\"", "\"Clock\"")),
        "global index Clock is missing and should be at HASH N with KEYS_ONLY;"
            + " global index Times is at HASH N with KEYS_ONLY and should be none");
    assertRefused(
        JSON.readTree(TABLE.replace("\"age\"", "\"size\"")),
        "global index Names is sk HASH S with INCLUDE age, name"
            + " and should be sk HASH S with INCLUDE name, size");
  }

  @Test
  void another_stream_is_named() throws Exception {
    var _ = made("ListTables", "{}");

    assertRefused(
        JSON.readTree(TABLE.replace("NEW_IMAGE", "KEYS_ONLY")),
        "stream is NEW_IMAGE and should be KEYS_ONLY");
  }

  @Test
  void another_expiry_is_named_and_a_missing_one_is_turned_on() throws Exception {
    ObjectNode none = properties();
    none.remove("TimeToLiveSpecification");
    String describe = "{\"TableName\":\"Things\"}";
    assertThat(
            made(none, "DescribeTimeToLive", describe).at("/TimeToLiveDescription/AttributeName"))
        .isEmpty();
    assertThat(made("DescribeTimeToLive", describe).at("/TimeToLiveDescription/TimeToLiveStatus"))
        .hasToString("\"ENABLED\"");

    assertRefused(none, "expiry is by expiresAt and should be none");
    assertRefused(
        JSON.readTree(TABLE.replace("expiresAt", "goneAt")),
        "expiry is by expiresAt and should be by goneAt");
  }

  @Test
  void where_nobody_listens_the_endpoint_is_named() throws Exception {
    URI url;
    try (AwsServer server = AwsServer.start(0, List.of())) {
      url = server.url();
    }
    try (TableMaker maker = new TableMaker(url, "eu-west-1", "TEST", REMEDY)) {
      assertThatExceptionOfType(RunFailure.class)
          .isThrownBy(() -> maker.make(table(properties())))
          .withMessage("no tables: nobody answers at " + url);
    }
  }

  @Test
  void a_table_that_the_endpoint_refuses_stops_the_run() throws Exception {
    TableSettings wrong = table(properties());
    wrong.request().remove("KeySchema");

    assertThatExceptionOfType(RunFailure.class)
        .isThrownBy(() -> made(wrong, "ListTables", "{}"))
        .withMessageStartingWith("CreateTable at http://127.0.0.1:");
  }
}
