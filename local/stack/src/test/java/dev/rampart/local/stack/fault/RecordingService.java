package dev.rampart.local.stack.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.JsonService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A table and a bus that do nothing but keep what was done. */
final class RecordingService extends JsonService {
  final List<String> done = new CopyOnWriteArrayList<>();

  /** How often a body was read for what it is about. */
  final AtomicInteger asked = new AtomicInteger();

  RecordingService() {
    super("1.0", "", List.of("DynamoDB_20120810", "AWSEvents"));
  }

  @Override
  protected JsonNode call(AwsCall call) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    if (!call.operation().equals("PutEvents")) {
      done.add(call.operation() + " " + call.input().path("TableName").asText());
      return answer.put("Done", true);
    }
    ArrayNode results = answer.put("FailedEntryCount", 0).putArray("Entries");
    for (JsonNode entry : call.input().path("Entries")) {
      done.add(entry.path("Detail").asText());
      results.addObject().put("EventId", entry.path("Detail").asText());
    }
    return answer;
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    asked.incrementAndGet();
    return switch (call.operation()) {
      case "PutEvents" ->
          List.of(new AwsAction("events:PutEvents", "arn:aws:events:eu-west-1:0:event-bus/main"));
      case "TransactWriteItems" -> List.of(new AwsAction("dynamodb:PutItem", table(call)));
      case "Nothing" -> List.of();
      default -> List.of(new AwsAction("dynamodb:" + call.operation(), table(call)));
    };
  }

  private static String table(AwsCall call) {
    return "arn:aws:dynamodb:eu-west-1:0:table/"
        + call.input().path("TableName").asText()
        + "/index/ByTime";
  }
}
