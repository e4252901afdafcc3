package dev.rampart.local.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random writes, against a sorted map of sums that anyone can check by eye. */
final class ModelPropertyTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private enum Kind {
    PUT,
    ADD,
    DELETE,
    PUT_IF_ABSENT,
    DELETE_IF_SMALL
  }

  private record Step(Kind kind, int key, int value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.values()),
            Arbitraries.integers().between(-4, 4),
            Arbitraries.integers().between(-9, 9))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 200)
  void table_and_index_hold_what_the_model_holds(@ForAll("steps") List<Step> steps) {
    try (Tables tables = Tables.inMemory(() -> Instant.EPOCH)) {
      assertThat(call(tables, "CreateTable", TABLE).status()).isEqualTo(200);
      SortedMap<Integer, Integer> model = new TreeMap<>();
      for (Step step : steps) {
        boolean accepted = change(model, step);
        assertThat(write(tables, step).status()).isEqualTo(accepted ? 200 : 400);
      }
      assertThat(rows(tables, true)).isEqualTo(new ArrayList<>(model.entrySet()));
      List<Map.Entry<Integer, Integer>> reversed = new ArrayList<>(model.entrySet());
      Collections.reverse(reversed);
      assertThat(rows(tables, false)).isEqualTo(reversed);
      assertThat(byValue(tables)).isEqualTo(model.values().stream().sorted().toList());
    }
  }

  /** Changes the model as the step says; returns false if its condition does not hold. */
  private static boolean change(Map<Integer, Integer> model, Step step) {
    Integer current = model.get(step.key());
    switch (step.kind()) {
      case PUT -> model.put(step.key(), step.value());
      case ADD -> model.merge(step.key(), step.value(), Integer::sum);
      case DELETE -> model.remove(step.key());
      case PUT_IF_ABSENT -> {
        if (current != null) {
          return false;
        }
        model.put(step.key(), step.value());
      }
      case DELETE_IF_SMALL -> {
        if (current == null || current >= step.value()) {
          return false;
        }
        model.remove(step.key());
      }
    }
    return true;
  }

  private static HttpResponse write(Tables tables, Step step) {
    String key = "{'pk':{'S':'p'},'sk':{'N':'%d'}}".formatted(step.key());
    String item =
        "{'pk':{'S':'p'},'sk':{'N':'%d'},'v':{'N':'%d'}}".formatted(step.key(), step.value());
    String value = "'ExpressionAttributeValues':{':v':{'N':'%d'}}".formatted(step.value());
    return switch (step.kind()) {
      case PUT -> call(tables, "PutItem", "{'TableName':'abc','Item':" + item + "}");
      case PUT_IF_ABSENT ->
          call(
              tables,
              "PutItem",
              "{'TableName':'abc','Item':"
                  + item
                  + ",'ConditionExpression':'attribute_not_exists(v)'}");
      case ADD ->
          call(
              tables,
              "UpdateItem",
              "{'TableName':'abc','Key':" + key + ",'UpdateExpression':'ADD v :v'," + value + "}");
      case DELETE -> call(tables, "DeleteItem", "{'TableName':'abc','Key':" + key + "}");
      case DELETE_IF_SMALL ->
          call(
              tables,
              "DeleteItem",
              "{'TableName':'abc','Key':" + key + ",'ConditionExpression':'v < :v'," + value + "}");
    };
  }

  private static List<Map.Entry<Integer, Integer>> rows(Tables tables, boolean ascending) {
    List<Map.Entry<Integer, Integer>> rows = new ArrayList<>();
    for (JsonNode item : query(tables, "'ScanIndexForward':" + ascending)) {
      rows.add(Map.entry(number(item, "sk"), number(item, "v")));
    }
    return rows;
  }

  private static List<Integer> byValue(Tables tables) {
    List<Integer> values = new ArrayList<>();
    query(tables, "'IndexName':'ByV'").forEach(item -> values.add(number(item, "v")));
    return values;
  }

  private static int number(JsonNode item, String name) {
    return Integer.parseInt(item.path(name).path("N").asText());
  }

  private static List<JsonNode> query(Tables tables, String more) {
    List<JsonNode> items = new ArrayList<>();
    String start = "";
    do {
      JsonNode page =
          parsed(
              call(
                  tables,
                  "Query",
                  "{'TableName':'abc','KeyConditionExpression':'pk = :p','Limit':3,"
                      + "'ExpressionAttributeValues':{':p':{'S':'p'}},"
                      + more
                      + start
                      + "}"));
      page.path("Items").forEach(items::add);
      JsonNode last = page.path("LastEvaluatedKey");
      start = last.isMissingNode() ? "" : ",'ExclusiveStartKey':" + last;
    } while (!start.isEmpty());
    return items;
  }

  private static final String TABLE =
      """
      {'TableName':'abc','BillingMode':'PAY_PER_REQUEST',
       'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
         {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'v','AttributeType':'N'}],
       'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
         {'AttributeName':'sk','KeyType':'RANGE'}],
       'LocalSecondaryIndexes':[{'IndexName':'ByV','Projection':{'ProjectionType':'ALL'},
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
           {'AttributeName':'v','KeyType':'RANGE'}]}]}
      """;

  private static HttpResponse call(Tables tables, String operation, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return tables.answer(
        new HttpRequest(
            "POST",
            "/",
            "",
            List.of(new Field("X-Amz-Target", "DynamoDB_20120810." + operation)),
            body,
            "127.0.0.1"));
  }

  private static ObjectNode parsed(HttpResponse reply) {
    try {
      return (ObjectNode) JSON.readTree(reply.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
