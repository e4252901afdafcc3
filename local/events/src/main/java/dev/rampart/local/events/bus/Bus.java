package dev.rampart.local.events.bus;

import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.event.ruler.GenericMachine;

/** One event bus and its rules. */
public final class Bus {
  /** EventBridge's limits. */
  private static final int TARGETS_MAX = 5;

  private static final int RULES_MAX = 300;

  /** What the {@code $or} of all patterns multiply out to; the matcher keeps 4 KB for each. */
  private static final long COMBINATIONS_MAX = 10_000;

  private final String name;
  private final String arn;
  private final Optional<String> deadLetterArn;

  /** Holds the patterns of the enabled rules. Matching does not wait for a change of them. */
  private final GenericMachine<Installed> machine = GenericMachine.<Installed>builder().build();

  /** Replaced as a whole. */
  private volatile Map<String, Rule> rules = Map.of();

  /** What the patterns in the machine may cost. Replaced as a whole. */
  private volatile PatternCosts costs = PatternCosts.of(List.of());

  /** By the pattern; used by whoever changes the rules. */
  private final Map<String, PatternCost> known = new HashMap<>();

  /** A pattern in the machine; a rule has two of them while one takes the other's place. */
  private record Installed(String rule, String pattern) {
    static Installed of(Rule rule) {
      return new Installed(rule.name(), rule.pattern());
    }
  }

  /**
   * Makes a bus without rules.
   *
   * @param deadLetterArn the queue for events that the bus may not encrypt
   */
  Bus(String name, String arn, Optional<String> deadLetterArn) {
    this.name = name;
    this.arn = arn;
    this.deadLetterArn = deadLetterArn;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  public Optional<String> deadLetterArn() {
    return deadLetterArn;
  }

  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  Rule rule(String ruleName) {
    Rule rule = rules.get(ruleName);
    if (rule == null) {
      throw new AwsError(
          "ResourceNotFoundException",
          "Rule " + ruleName + " does not exist on EventBus " + name + ".");
    }
    return rule;
  }

  /**
   * Returns the enabled rules that take an event.
   *
   * @throws AwsError if that takes more work than the request has left
   */
  List<Rule> matching(String event, MatchingBudget budget) {
    try {
      budget.spend(MatchingWork.of(costs, event));
      Map<String, Rule> now = rules;
      return machine.rulesForJSONEvent(event).stream()
          .map(Installed::rule)
          .distinct()
          .flatMap(rule -> Optional.ofNullable(now.get(rule)).stream())
          .filter(Rule::enabled)
          .toList();
    } catch (AwsError e) {
      throw e;
    } catch (Exception e) {
      // The matcher declares Exception; it parses with the limits that entries were checked for.
      throw new IllegalStateException(e);
    }
  }

  public synchronized void put(Rule rule) {
    Map<String, Rule> changed = new TreeMap<>(rules);
    Optional<Rule> before = Optional.ofNullable(changed.put(rule.name(), rule));
    if (rule.targets().size() > TARGETS_MAX
        || changed.size() > RULES_MAX
        || combinations(changed.values()) > COMBINATIONS_MAX) {
      throw new AwsError(
          "LimitExceededException", "The requested resource exceeds the maximum number allowed.");
    }
    replace(before, Optional.of(rule), changed);
  }

  private static long combinations(Collection<Rule> rules) {
    return rules.stream().mapToLong(rule -> Patterns.combinations(rule.pattern())).sum();
  }

  private PatternCosts costs(Stream<Rule> of) {
    return PatternCosts.of(
        of.filter(Rule::enabled)
            .map(rule -> known.computeIfAbsent(rule.pattern(), Patterns::cost))
            .toList());
  }

  synchronized void change(String ruleName, UnaryOperator<Rule> change) {
    requireOwn(ruleName);
    put(change.apply(rule(ruleName)));
  }

  /** Refuses to change a rule that EventBridge made. */
  void requireOwn(String ruleName) {
    if (Optional.ofNullable(rules.get(ruleName)).filter(Rule::isManaged).isPresent()) {
      throw new AwsError(
          "ManagedRuleException", "Rule " + ruleName + " is managed by EventBridge.");
    }
  }

  synchronized void remove(String ruleName) {
    requireOwn(ruleName);
    Rule rule = rules.get(ruleName);
    if (rule == null) {
      return;
    }
    if (!rule.targets().isEmpty()) {
      throw new AwsError("ValidationException", "Rule can't be deleted since it has targets.");
    }
    Map<String, Rule> changed = new TreeMap<>(rules);
    changed.remove(ruleName);
    replace(Optional.of(rule), Optional.empty(), changed);
  }

  /** Changes the rules so that an event matches meanwhile what it matches before or afterwards. */
  private void replace(Optional<Rule> before, Optional<Rule> after, Map<String, Rule> changed) {
    Optional<Installed> old = before.filter(Rule::enabled).map(Installed::of);
    Optional<Installed> added = after.filter(Rule::enabled).map(Installed::of);
    boolean same = old.equals(added);
    // Before the machine has the new pattern, and until it has the old one no more.
    costs = costs(Stream.concat(changed.values().stream(), before.stream()));
    try {
      if (added.isPresent() && !same) {
        machine.addRule(added.get(), added.get().pattern());
      }
      rules = Collections.unmodifiableMap(changed);
      if (old.isPresent() && !same) {
        machine.deleteRule(old.get(), old.get().pattern());
      }
      costs = costs(changed.values().stream());
      known
          .keySet()
          .retainAll(changed.values().stream().map(Rule::pattern).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
