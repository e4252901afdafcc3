package dev.rampart.local.events;

import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.event.ruler.GenericMachine;

/** One event bus and its rules. */
final class Bus {
  /** EventBridge's limits. */
  private static final int TARGETS_MAX = 5;

  private static final int RULES_MAX = 300;

  private final String name;
  private final String arn;

  /** Replaced as a whole: matching never waits for a change of rules. */
  private volatile Rules rules = new Rules(Map.of(), GenericMachine.<String>builder().build());

  private record Rules(Map<String, Rule> byName, GenericMachine<String> machine) {}

  Bus(String name, String arn) {
    this.name = name;
    this.arn = arn;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  List<Rule> rules() {
    return List.copyOf(rules.byName().values());
  }

  Rule rule(String ruleName) {
    Rule rule = rules.byName().get(ruleName);
    if (rule == null) {
      throw new AwsError(
          "ResourceNotFoundException",
          "Rule " + ruleName + " does not exist on EventBus " + name + ".");
    }
    return rule;
  }

  /** Returns the enabled rules that take an event. */
  List<Rule> matching(String event) {
    Rules now = rules;
    try {
      return now.machine().rulesForJSONEvent(event).stream().map(now.byName()::get).toList();
    } catch (Exception e) {
      // The matcher declares Exception; an event that was parsed before gives none.
      throw new IllegalStateException(e);
    }
  }

  synchronized void put(Rule rule) {
    if (rule.targets().size() > TARGETS_MAX) {
      throw new AwsError(
          "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    Map<String, Rule> changed = new TreeMap<>(rules.byName());
    changed.put(rule.name(), rule);
    if (changed.size() > RULES_MAX) {
      throw new AwsError(
          "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    install(changed);
  }

  synchronized void change(String ruleName, UnaryOperator<Rule> change) {
    put(change.apply(rule(ruleName)));
  }

  synchronized void remove(String ruleName) {
    Rule rule = rules.byName().get(ruleName);
    if (rule == null) {
      return;
    }
    if (!rule.targets().isEmpty()) {
      throw new AwsError("ValidationException", "Rule can't be deleted since it has targets.");
    }
    Map<String, Rule> changed = new TreeMap<>(rules.byName());
    changed.remove(ruleName);
    install(changed);
  }

  private void install(Map<String, Rule> byName) {
    GenericMachine<String> machine = GenericMachine.<String>builder().build();
    for (Rule rule : byName.values()) {
      if (rule.enabled()) {
        try {
          machine.addRule(rule.name(), rule.pattern());
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    rules = new Rules(Collections.unmodifiableMap(byName), machine);
  }
}
