package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.supervision.FaultTracker;
import dev.rampart.local.template.Properties;
import dev.rampart.local.template.PseudoParameters;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alarms of a template, a clock that is moved by hand, and what the alarms did. */
final class AlarmBench implements AlarmActions {
  static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
  private static final PseudoParameters STACK = PseudoParameters.local("test");

  private final List<String> published = new ArrayList<>();

  /** What topics say to alarms. */
  Optional<String> refusal = Optional.empty();

  final List<JsonNode> messages = new ArrayList<>();
  final List<JsonNode> events = new ArrayList<>();
  final FaultTracker faults = new FaultTracker("The evaluation", () -> START);

  /** The alarm whose change makes the rest of the run fail; none if empty. */
  String failing = "";

  private final MetricStore metrics;
  private final Alarms alarms;
  private final AlarmOperations operations;
  private Instant now = START;

  AlarmBench(String template) {
    metrics = new MetricStore(() -> now);
    AlarmPlan plan = plan(template);
    Bands bands = new Bands(metrics, plan.detectors());
    alarms = new Alarms(plan, metrics, bands, STACK, this, faults, now);
    operations = new AlarmOperations(alarms, bands, STACK, () -> now);
  }

  static AlarmPlan plan(String template) {
    List<Properties> read = new ArrayList<>();
    for (Resource resource : Template.read("t.yaml", template).stack(Map.of()).resources()) {
      if (AlarmReader.takes(resource.type())) {
        read.add(resource.read());
      }
    }
    AlarmPlan plan = AlarmReader.read(read, arn -> arn.contains(":sns:"));
    read.forEach(Properties::end);
    return plan;
  }

  /** Lets a minute pass in which a metric has some values, and evaluates the alarms. */
  AlarmBench minute(String metric, double... values) {
    for (double value : values) {
      metrics.put(new MetricKey("Test", metric, Map.of()), "Count", value);
    }
    now = now.plus(Duration.ofMinutes(1));
    alarms.evaluate(now);
    return this;
  }

  /** Lets minutes pass without values. */
  AlarmBench quiet(int minutes) {
    for (int i = 0; i < minutes; i++) {
      AlarmBench _ = minute("None");
    }
    return this;
  }

  /** Returns and forgets what was published: the topic and the subject. */
  List<String> published() {
    List<String> all = List.copyOf(published);
    published.clear();
    return all;
  }

  StateValue state(String name) {
    return alarms.status(now).stream()
        .filter(alarm -> alarm.settings().identity().name().equals(name))
        .findFirst()
        .orElseThrow()
        .state()
        .value();
  }

  JsonNode call(String operation, String input) throws AwsError {
    return operations.call(operation, json(input));
  }

  static JsonNode json(String text) {
    try {
      return JsonMapper.builder().build().readTree(text);
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> publish(
      String alarmArn, String topicArn, String subject, String message, String mail) {
    published.add(topicArn.substring(topicArn.lastIndexOf(':') + 1) + " " + subject);
    messages.add(json(message));
    return refusal;
  }

  @Override
  public void event(String alarmArn, ObjectNode detail) {
    events.add(detail);
  }

  @Override
  public void changed(StateChange change) {
    if (change.alarm().identity().name().equals(failing)) {
      throw new IllegalStateException("failing");
    }
  }
}
