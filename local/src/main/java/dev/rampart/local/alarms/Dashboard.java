package dev.rampart.local.alarms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import dev.rampart.local.generate.TemplateResources;

/** One page of what the alarms look at. */
final class Dashboard {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  // Half of the page, which is 24 columns wide.
  private static final int WIDTH = 12;
  private static final int HEIGHT = 6;

  private final ArrayNode widgets = JSON.arrayNode();

  private Dashboard() {}

  static ObjectNode of(TemplateResources resources) {
    Dashboard page = new Dashboard();
    page.widget("Answers", "Sum").add(api("Count")).add(api("4XXError")).add(api("5XXError"));
    ArrayNode latency = page.widget("Latency, ms", "p50");
    latency.add(api("Latency"));
    latency.add(api("Latency").add(JSON.objectNode().put("stat", "p99")));
    page.widget("Signals and threats", "Sum")
        .add(detection("SuspiciousRequests"))
        .add(detection("ThreatsDetected"))
        .add(
            metric("AWS/WAFV2", "BlockedRequests")
                .add("WebACL")
                .add("rampart-${Stage}")
                .add("Region")
                .add("${AWS::Region}")
                .add("Rule")
                .add("ALL"));
    ArrayNode waiting = page.widget("Waiting and failed", "Maximum");
    for (String queue : resources.ofType("AWS::SQS::Queue")) {
      // The page cannot name one that may not be there.
      if (resources.condition(queue).isEmpty()) {
        waiting.add(
            metric("AWS/SQS", "ApproximateNumberOfMessagesVisible")
                .add("QueueName")
                .add("${" + queue + ".QueueName}"));
      }
    }
    ObjectNode dashboard = JSON.objectNode().put("Type", "AWS::CloudWatch::Dashboard");
    dashboard.put("Condition", "HasAlarms");
    ObjectNode properties = dashboard.putObject("Properties");
    properties.set("DashboardName", Intrinsics.sub("rampart-${Stage}"));
    properties.set("DashboardBody", Intrinsics.sub(page.body()));
    return dashboard;
  }

  /** Adds a widget and returns its metrics. */
  private ArrayNode widget(String title, String statistic) {
    int number = widgets.size();
    ObjectNode widget = widgets.addObject().put("type", "metric");
    widget.put("x", number % 2 * WIDTH).put("y", number / 2 * HEIGHT);
    widget.put("width", WIDTH).put("height", HEIGHT);
    ObjectNode properties = widget.putObject("properties").put("title", title);
    properties.put("region", "${AWS::Region}").put("stat", statistic).put("period", 60);
    return properties.putArray("metrics");
  }

  /** Returns the body as text, with a space before each array and object, to break lines at. */
  private String body() {
    ObjectNode body = JSON.objectNode().set("widgets", widgets);
    return body.toString().replace(",[", ", [").replace(",{", ", {").replace(":{", ": {");
  }

  private static ArrayNode api(String name) {
    return metric("AWS/ApiGateway", name)
        .add("ApiName")
        .add("rampart-${Stage}")
        .add("Stage")
        .add("${Stage}");
  }

  private static ArrayNode detection(String name) {
    return metric("Rampart/${Stage}", name).add("Service").add("detection");
  }

  private static ArrayNode metric(String namespace, String name) {
    return JSON.arrayNode().add(namespace).add(name);
  }
}
