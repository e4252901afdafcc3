package dev.rampart.local.alarm;

import dev.rampart.local.alarm.rule.AlarmRule;
import dev.rampart.local.alarm.rule.RuleParser;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the alarms of a template. */
public final class AlarmReader {
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String COMPOSITE = "AWS::CloudWatch::CompositeAlarm";
  private static final String DETECTOR = "AWS::CloudWatch::AnomalyDetector";

  /** CloudWatch's limit for each state. */
  private static final int ACTIONS_MAX = 5;

  private static final int SUPPRESSOR_SECONDS_MAX = 86_400;

  private final Predicate<String> topics;

  private AlarmReader(Predicate<String> topics) {
    this.topics = topics;
  }

  /** Returns whether a type of resources is read here. */
  public static boolean takes(String type) {
    return type.equals(ALARM) || type.equals(COMPOSITE) || type.equals(DETECTOR);
  }

  /**
   * Reads resources.
   *
   * @param topics whether there is a topic of an ARN
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static AlarmPlan read(List<Properties> resources, Predicate<String> topics) {
    AlarmReader reader = new AlarmReader(topics);
    List<AlarmSettings> alarms = new ArrayList<>();
    List<Properties> composites = new ArrayList<>();
    List<MetricStat> detectors = new ArrayList<>();
    for (Properties resource : resources) {
      switch (resource.resource().type()) {
        case ALARM -> alarms.add(new MetricAlarmReader(resource, reader.identity(resource)).read());
        case COMPOSITE -> composites.add(resource);
        default -> detectors.add(MetricAlarmReader.detector(resource));
      }
    }
    reader.addInOrder(composites, alarms);
    return new AlarmPlan(alarms, detectors);
  }

  private AlarmIdentity identity(Properties alarm) {
    alarm.leave("Tags");
    Optional<String> _ = alarm.optionalText("AlarmName");
    String arn = alarm.resource().physical().attributes().getOrDefault("Arn", "");
    return new AlarmIdentity(
        alarm.resource().physical().ref(),
        arn,
        alarm.optionalText("AlarmDescription").orElse(""),
        alarm.flag("ActionsEnabled", true),
        actions(alarm, "OKActions"),
        actions(alarm, "AlarmActions"),
        actions(alarm, "InsufficientDataActions"));
  }

  private List<String> actions(Properties alarm, String name) {
    List<String> actions = alarm.texts(name);
    if (actions.size() > ACTIONS_MAX) {
      throw alarm.fault(name, "has more than " + ACTIONS_MAX + " actions");
    }
    for (String action : actions) {
      if (!topics.test(action)) {
        throw alarm.fault(name, "has " + action + ", which is no topic of the template");
      }
    }
    return actions;
  }

  /** Adds each composite alarm when all that it names are there. */
  private void addInOrder(List<Properties> composites, List<AlarmSettings> alarms) {
    List<Properties> waiting = new ArrayList<>(composites);
    Set<String> names = new HashSet<>();
    composites.forEach(composite -> names.add(composite.resource().physical().ref()));
    alarms.forEach(alarm -> names.add(alarm.identity().name()));
    while (!waiting.isEmpty()) {
      List<Properties> ready = new ArrayList<>();
      for (Properties composite : waiting) {
        AlarmSettings.Composite read = composite(composite);
        if (parents(composite, read, names).stream().allMatch(name -> isIn(alarms, name))) {
          ready.add(composite);
          alarms.add(read);
        }
      }
      if (ready.isEmpty()) {
        throw waiting.getFirst().fault("AlarmRule", "is part of a circle of composite alarms");
      }
      waiting.removeAll(ready);
    }
  }

  private static boolean isIn(List<AlarmSettings> alarms, String name) {
    return alarms.stream().anyMatch(alarm -> alarm.identity().name().equals(name));
  }

  private AlarmSettings.Composite composite(Properties composite) {
    String text = composite.text("AlarmRule");
    try {
      return new AlarmSettings.Composite(
          identity(composite), RuleParser.parse(text), text, suppression(composite));
    } catch (RuleParser.InvalidRuleException e) {
      throw composite.fault("AlarmRule", String.valueOf(e.getMessage()));
    }
  }

  private static Optional<AlarmSettings.Suppression> suppression(Properties composite) {
    Optional<String> alarm = composite.optionalText("ActionsSuppressor");
    Optional<Integer> wait = seconds(composite, "ActionsSuppressorWaitPeriod");
    Optional<Integer> extension = seconds(composite, "ActionsSuppressorExtensionPeriod");
    if (alarm.isPresent() && wait.isEmpty()) {
      throw composite.fault("ActionsSuppressorWaitPeriod", "is missing");
    }
    if (alarm.isPresent() && extension.isEmpty()) {
      throw composite.fault("ActionsSuppressorExtensionPeriod", "is missing");
    }
    return alarm.map(
        name ->
            new AlarmSettings.Suppression(
                name,
                Duration.ofSeconds(wait.orElseThrow()),
                Duration.ofSeconds(extension.orElseThrow())));
  }

  private static Optional<Integer> seconds(Properties composite, String name) {
    return composite.optionalNumber(name, 0, SUPPRESSOR_SECONDS_MAX);
  }

  /** Returns the names of the alarms that a composite alarm looks at. */
  private static Set<String> parents(
      Properties composite, AlarmSettings.Composite read, Set<String> names) {
    Set<String> named = new LinkedHashSet<>();
    AlarmRule rule = read.rule();
    rule.collect(named);
    Set<String> parents = new LinkedHashSet<>();
    named.forEach(each -> parents.add(known(composite, "AlarmRule", each, names)));
    read.suppression()
        .ifPresent(each -> parents.add(known(composite, "ActionsSuppressor", each.alarm(), names)));
    return parents;
  }

  private static String known(
      Properties composite, String property, String nameOrArn, Set<String> names) {
    String name =
        nameOrArn.startsWith("arn:")
            ? nameOrArn.substring(nameOrArn.indexOf(":alarm:") + ":alarm:".length())
            : nameOrArn;
    if (!names.contains(name)) {
      throw composite.fault(property, "names no alarm of the template: " + nameOrArn);
    }
    return name;
  }
}
