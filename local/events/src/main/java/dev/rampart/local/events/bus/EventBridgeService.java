package dev.rampart.local.events.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.archive.ArchiveOperations;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsCall;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.JsonService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** EventBridge over AWS JSON 1.1. */
public final class EventBridgeService extends JsonService {
  /** EventBridge's limit, in characters. */
  private static final int DESCRIPTION_CHARS_MAX = 512;

  private final Buses buses;
  private final PutEvents putting;
  private final ArchiveOperations archives;

  public EventBridgeService(Buses buses, PutEvents putting, ArchiveOperations archives) {
    super("1.1", "", List.of("AWSEvents"));
    this.buses = buses;
    this.putting = putting;
    this.archives = archives;
  }

  @Override
  protected JsonNode call(AwsCall call) {
    JsonNode input = call.input();
    return switch (call.operation()) {
      case "PutEvents" -> putting.put(input);
      case "DescribeEventBus" -> shown(bus(input, "Name"));
      case "ListEventBuses" -> listBuses(input);
      case "PutRule" -> empty().put("RuleArn", putRule(bus(input, "EventBusName"), input).arn());
      case "DescribeRule" -> bus(input, "EventBusName").rule(required(input, "Name")).shown();
      case "ListRules" -> listRules(input);
      case "EnableRule" -> enable(input, true);
      case "DisableRule" -> enable(input, false);
      case "DeleteRule" -> deleteRule(input);
      case "PutTargets" -> putTargets(input);
      case "RemoveTargets" -> removeTargets(input);
      case "ListTargetsByRule" -> listTargets(input);
      case "TestEventPattern" -> testPattern(input);
      default ->
          archives
              .call(call.operation(), input)
              .orElseThrow(
                  () ->
                      new AwsError(
                          "UnknownOperationException",
                          call.operation() + " is no part of the local run."));
    };
  }

  @Override
  protected List<AwsAction> actions(AwsCall call) {
    JsonNode input = call.input();
    if (call.operation().equals("PutEvents")) {
      return publications(RequestMembers.list(input, "Entries"));
    }
    List<AwsAction> ofArchives = archives.actions(call.operation(), input);
    if (!ofArchives.isEmpty()) {
      return ofArchives;
    }
    List<String> resources =
        switch (call.operation()) {
          case "ListEventBuses", "ListRules", "TestEventPattern" -> List.of(AwsAction.ANY);
          case "DescribeEventBus" -> List.of(buses.busArn(busName(input, "Name")));
          case "PutTargets", "RemoveTargets", "ListTargetsByRule" ->
              List.of(ruleArn(input, "Rule"));
          case "PutRule", "DescribeRule", "EnableRule", "DisableRule", "DeleteRule" ->
              List.of(ruleArn(input, "Name"));
          default -> List.of();
        };
    return resources.stream()
        .map(resource -> new AwsAction("events:" + call.operation(), resource))
        .toList();
  }

  /** The condition keys have the values of all entries for a bus. */
  private List<AwsAction> publications(JsonNode entries) {
    Map<String, List<JsonNode>> byBus = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      String arn = buses.busArn(busName(entry, "EventBusName"));
      byBus.computeIfAbsent(arn, _ -> new ArrayList<>()).add(entry);
    }
    return byBus.entrySet().stream()
        .map(
            bus ->
                new AwsAction(
                    "events:PutEvents",
                    bus.getKey(),
                    Map.of(
                        "events:source", texts(bus.getValue(), "Source"),
                        "events:detail-type", texts(bus.getValue(), "DetailType"))))
        .toList();
  }

  private static List<String> texts(List<JsonNode> entries, String member) {
    return entries.stream()
        .flatMap(entry -> RequestMembers.text(entry, member).stream())
        .distinct()
        .toList();
  }

  private String ruleArn(JsonNode input, String member) {
    return buses.ruleArn(busName(input, "EventBusName"), required(input, member));
  }

  /** Puts a rule with the members of PutRule; the targets of one with the same name stay. */
  public Rule putRule(Bus bus, JsonNode given) {
    String name = required(given, "Name");
    bus.requireOwn(name);
    if (!name.matches(Rule.NAME)) {
      throw invalid("The rule name " + name + " is not 1 to 64 letters, digits, dots and dashes.");
    }
    if (given.has("ScheduleExpression")) {
      throw invalid("Scheduled rules are no part of the local run.");
    }
    String pattern =
        RequestMembers.text(given, "EventPattern")
            .orElseThrow(() -> invalid("Parameter EventPattern must be specified."));
    Patterns.check(pattern);
    String description = RequestMembers.text(given, "Description").orElse("");
    if (description.length() > DESCRIPTION_CHARS_MAX) {
      throw invalid("Description is longer than " + DESCRIPTION_CHARS_MAX + " characters.");
    }
    Map<String, RuleTarget> targets =
        bus.rules().stream()
            .filter(rule -> rule.name().equals(name))
            .findFirst()
            .map(Rule::targets)
            .orElse(Map.of());
    Rule rule =
        new Rule(
            name,
            buses.ruleArn(bus.name(), name),
            bus.name(),
            pattern,
            description,
            !RequestMembers.text(given, "State").orElse("ENABLED").equals("DISABLED"),
            targets);
    bus.put(rule);
    return rule;
  }

  private JsonNode listBuses(JsonNode input) {
    String prefix = RequestMembers.text(input, "NamePrefix").orElse("");
    ObjectNode answer = empty();
    ArrayNode shown = answer.putArray("EventBuses");
    buses.all().stream()
        .filter(bus -> bus.name().startsWith(prefix))
        .forEach(bus -> shown.add(shown(bus)));
    return answer;
  }

  private JsonNode listRules(JsonNode input) {
    String prefix = RequestMembers.text(input, "NamePrefix").orElse("");
    ObjectNode answer = empty();
    ArrayNode shown = answer.putArray("Rules");
    bus(input, "EventBusName").rules().stream()
        .filter(rule -> rule.name().startsWith(prefix))
        .forEach(rule -> shown.add(rule.shown()));
    return answer;
  }

  private JsonNode enable(JsonNode input, boolean on) {
    bus(input, "EventBusName").change(required(input, "Name"), rule -> rule.enabled(on));
    return empty();
  }

  private JsonNode deleteRule(JsonNode input) {
    bus(input, "EventBusName").remove(required(input, "Name"));
    return empty();
  }

  private JsonNode putTargets(JsonNode input) {
    List<RuleTarget> targets = new ArrayList<>();
    RequestMembers.list(input, "Targets").forEach(given -> targets.add(RuleTarget.of(given)));
    bus(input, "EventBusName").change(required(input, "Rule"), rule -> rule.with(targets));
    return noneFailed();
  }

  private JsonNode removeTargets(JsonNode input) {
    List<String> ids = new ArrayList<>();
    RequestMembers.list(input, "Ids").forEach(id -> ids.add(id.asText()));
    bus(input, "EventBusName").change(required(input, "Rule"), rule -> rule.without(ids));
    return noneFailed();
  }

  private JsonNode listTargets(JsonNode input) {
    ObjectNode answer = empty();
    ArrayNode shown = answer.putArray("Targets");
    bus(input, "EventBusName")
        .rule(required(input, "Rule"))
        .targets()
        .values()
        .forEach(target -> shown.add(target.given()));
    return answer;
  }

  private static JsonNode testPattern(JsonNode input) {
    boolean matches = Patterns.matches(required(input, "EventPattern"), required(input, "Event"));
    return empty().put("Result", matches);
  }

  private Bus bus(JsonNode input, String member) {
    return buses.get(busName(input, member));
  }

  private static String busName(JsonNode input, String member) {
    return RequestMembers.text(input, member).orElse("default");
  }

  private static ObjectNode shown(Bus bus) {
    return empty().put("Name", bus.name()).put("Arn", bus.arn());
  }

  private static ObjectNode noneFailed() {
    ObjectNode answer = empty().put("FailedEntryCount", 0);
    answer.putArray("FailedEntries");
    return answer;
  }

  private static String required(JsonNode input, String name) {
    return RequestMembers.text(input, name)
        .orElseThrow(() -> invalid("Parameter " + name + " must be specified."));
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }

  private static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }
}
