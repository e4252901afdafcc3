package dev.rampart.local.check.rule.alarm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.model.WatchedMetric;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What metrics are called: an alarm under a wrong name never rings. */
final class MetricNameRules {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String DASHBOARD = "AWS::CloudWatch::Dashboard";
  private static final String DETECTOR = "AWS::CloudWatch::AnomalyDetector";
  private static final String TABLES = "AWS/DynamoDB";
  private static final String FUNCTIONS = "AWS/Lambda";
  private static final String INDEX = "GlobalSecondaryIndexName";
  private static final String NAMESPACE_VARIABLE = "POWERTOOLS_METRICS_NAMESPACE";
  private static final Map<String, List<Set<String>>> DIMENSIONS =
      Map.of(
          "AWS/ApiGateway",
          List.of(Set.of("ApiName", "Stage")),
          FUNCTIONS,
          List.of(Set.of("FunctionName"), Set.of("FunctionName", "Resource")),
          "AWS/SQS",
          List.of(Set.of("QueueName")),
          "AWS/WAFV2",
          List.of(Set.of("WebACL", "Region", "Rule")),
          "AWS/Events",
          List.of(Set.of("EventBusName", "RuleName"), Set.of("RuleName")),
          TABLES,
          List.of(
              Set.of("TableName"), Set.of("TableName", INDEX), Set.of("TableName", "Operation")),
          "AWS/SNS",
          List.of(Set.of("TopicName")));

  private MetricNameRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "CW-05",
            "A metric of the API is asked for by the API's name",
            "under its id there is no metric, and the alarm never rings",
            "the dimension ApiName with the Name of the API",
            MetricNameRules::apiByName),
        PostureRule.must(
            "CW-06",
            "Each dimension of an alarm or a detector names something of the template",
            "an alarm on what does not exist never rings",
            "!Ref of the resource, or the name that it has",
            MetricNameRules::dimensionsExist),
        PostureRule.must(
            "CW-14",
            "Each metric of an alarm has all the dimensions under which the service counts it",
            "with a dimension missing there is no such metric, and the alarm never rings",
            "write the dimensions that the service documents",
            MetricNameRules::dimensionsComplete),
        PostureRule.must(
            "CW-20",
            "The namespace of a metric of the application has the stage in it",
            "two stages in one account would ring each other's alarms",
            "Namespace: !Sub 'Name/${Stage}'",
            MetricNameRules::stages),
        PostureRule.must(
            "CW-21",
            "Each namespace that an alarm or detector looks into is one that a function writes to",
            "an alarm on a namespace that nobody writes to never rings",
            "POWERTOOLS_METRICS_NAMESPACE of the functions and Namespace of the alarms alike",
            MetricNameRules::written));
  }

  private static void apiByName(CheckedTemplate subject, Examination seen) {
    Set<String> names = texts(subject, Types.API, "Name");
    metrics(subject)
        .filter(metric -> metric.namespace().equals("AWS/ApiGateway"))
        .forEach(
            metric ->
                seen.expect(
                    names.contains(metric.dimensions().getOrDefault("ApiName", "")),
                    metric.holder(),
                    "Dimensions"));
  }

  private static void dimensionsExist(CheckedTemplate subject, Examination seen) {
    metrics(subject)
        .forEach(
            metric ->
                metric
                    .dimensions()
                    .forEach(
                        (name, value) ->
                            seen.expect(
                                exists(subject, metric, name, value),
                                Place.of(metric.holder(), "Dimensions." + name))));
  }

  private static boolean exists(
      CheckedTemplate subject, WatchedMetric metric, String dimension, String value) {
    return switch (dimension) {
      case "FunctionName" -> isSymbol(subject, value, Types.FUNCTION, "");
      case "QueueName" -> isSymbol(subject, value, Types.QUEUE, "QueueName");
      case "TableName" -> isSymbol(subject, value, Types.TABLE, "");
      case "EventBusName" -> isSymbol(subject, value, Types.BUS, "");
      case "TopicName" -> isSymbol(subject, value, Types.TOPIC, "TopicName");
      case "RuleName" ->
          isSymbol(subject, value, Types.RULE, "")
              || texts(subject, Types.RULE, "Name").contains(value);
      case "ApiName" -> texts(subject, Types.API, "Name").contains(value);
      case "Stage" -> stageNames(subject).contains(value);
      case "WebACL" -> texts(subject, Types.WEB_ACL, "VisibilityConfig.MetricName").contains(value);
      case "Rule" -> value.equals("ALL") || ruleNames(subject).contains(value);
      case "Region" -> value.equals("eu-west-1");
      case INDEX ->
          indexes(subject, metric.dimensions().getOrDefault("TableName", "")).contains(value);
      default -> !value.isEmpty();
    };
  }

  private static boolean isSymbol(
      CheckedTemplate subject, String value, String type, String attribute) {
    return Symbol.in(value).stream()
        .filter(symbol -> symbol.toString().equals(value) && symbol.attribute().equals(attribute))
        .flatMap(symbol -> subject.find(symbol.logicalId()).stream())
        .anyMatch(resource -> resource.type().equals(type));
  }

  private static Set<String> ruleNames(CheckedTemplate subject) {
    return subject.ofType(Types.WEB_ACL).stream()
        .flatMap(acl -> Json.list(acl.property("Rules")).stream())
        .map(rule -> Json.at(rule, "VisibilityConfig.MetricName").asText())
        .collect(Collectors.toSet());
  }

  private static Set<String> stageNames(CheckedTemplate subject) {
    return texts(subject, Types.API, "StageName");
  }

  private static void dimensionsComplete(CheckedTemplate subject, Examination seen) {
    metrics(subject)
        .forEach(
            metric ->
                seen.expect(
                    metric.isCustom()
                        ? !metric.dimensions().isEmpty()
                        : DIMENSIONS.getOrDefault(metric.namespace(), List.of()).stream()
                            .anyMatch(metric.dimensions().keySet()::equals),
                    metric.holder(),
                    "Dimensions"));
  }

  private static void stages(CheckedTemplate subject, Examination seen) {
    Set<String> stages = stageNames(subject);
    metrics(subject)
        .filter(WatchedMetric::isCustom)
        .forEach(
            metric ->
                seen.expect(hasStage(metric.namespace(), stages), metric.holder(), "Namespace"));
    for (Resource dashboard : subject.ofType(DASHBOARD)) {
      for (String namespace : shown(dashboard)) {
        seen.expect(hasStage(namespace, stages), dashboard, "DashboardBody");
      }
    }
  }

  private static boolean hasStage(String namespace, Set<String> stages) {
    return stages.stream().anyMatch(namespace::contains);
  }

  /** Returns the namespaces of the application that a dashboard shows. */
  private static List<String> shown(Resource dashboard) {
    List<String> namespaces = new ArrayList<>();
    for (JsonNode widget :
        Json.list(body(dashboard).orElseGet(JSON::createObjectNode).path("widgets"))) {
      for (JsonNode metric : Json.list(Json.at(widget, "properties.metrics"))) {
        String namespace = metric.path(0).asText();
        if (!namespace.startsWith(".") && !namespace.startsWith("AWS/")) {
          namespaces.add(namespace);
        }
      }
    }
    return namespaces;
  }

  private static void written(CheckedTemplate subject, Examination seen) {
    Set<String> written =
        texts(subject, Types.FUNCTION, "Environment.Variables." + NAMESPACE_VARIABLE);
    seen.doesNotApply();
    metrics(subject)
        .filter(WatchedMetric::isCustom)
        .forEach(
            metric ->
                seen.expect(written.contains(metric.namespace()), metric.holder(), "Namespace"));
  }

  private static Stream<WatchedMetric> metrics(CheckedTemplate subject) {
    return Stream.concat(
        WatchedMetric.ofAlarms(subject).stream(),
        subject.ofType(DETECTOR).stream().map(WatchedMetric::ofDetector));
  }

  private static Set<String> texts(CheckedTemplate subject, String type, String path) {
    return subject.ofType(type).stream()
        .map(resource -> Json.at(resource.properties(), path).asText())
        .collect(Collectors.toSet());
  }

  static Set<String> indexes(CheckedTemplate subject, String tableName) {
    return Symbol.in(tableName).stream()
        .flatMap(symbol -> subject.find(symbol.logicalId()).stream())
        .flatMap(table -> Json.list(table.property("GlobalSecondaryIndexes")).stream())
        .map(index -> index.path("IndexName").asText())
        .collect(Collectors.toSet());
  }

  static Optional<JsonNode> body(Resource dashboard) {
    try {
      return Optional.of(JSON.readTree(dashboard.text("DashboardBody", "")));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }
}
