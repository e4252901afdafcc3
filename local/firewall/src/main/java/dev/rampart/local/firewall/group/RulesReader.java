package dev.rampart.local.firewall.group;

import dev.rampart.local.firewall.statement.RuleStatement;
import dev.rampart.local.firewall.statement.StatementContext;
import dev.rampart.local.firewall.statement.StatementReader;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rules of a web ACL or of a rule group, in the order of their priority. */
public final class RulesReader {
  private static final String MANAGED = "ManagedRuleGroupStatement";
  private static final String REFERENCE = "RuleGroupReferenceStatement";
  private static final String STATEMENT = "Statement";

  /** Finds the groups that rules refer to. */
  public interface GroupFinder {
    /** Returns the managed group of a vendor and a name. */
    Optional<RuleGroup> managed(String vendor, String name);

    /** Returns the group of the template with an ARN. */
    Optional<RuleGroup> own(String arn);
  }

  private final StatementContext context;
  private final StatementReader statements;
  private final ActionReader actions;
  private final GroupFinder groups;

  private final Map<String, String> metrics;

  /**
   * Makes a reader.
   *
   * @param metrics gets the names of the rules' metrics, by the names of the rules
   */
  public RulesReader(
      StatementContext context,
      ActionReader actions,
      GroupFinder groups,
      Map<String, String> metrics) {
    this.metrics = metrics;
    this.context = context;
    this.statements = new StatementReader(context);
    this.actions = actions;
    this.groups = groups;
  }

  /** A rule at its place. */
  private record Ranked(int priority, AclEntry entry) {}

  /** Reads the name of the metric of a web ACL, a group or a rule; empty if it has none. */
  public static Optional<String> metric(Properties owner) {
    Properties config = owner.object("VisibilityConfig");
    config.leave("SampledRequestsEnabled");
    Optional<String> name = config.optionalText("MetricName");
    return config.flag("CloudWatchMetricsEnabled", false) ? name : Optional.empty();
  }

  /** Reads the property {@code Rules}. */
  public List<AclEntry> read(Properties owner) {
    List<Ranked> ranked = new ArrayList<>();
    Set<Integer> priorities = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (Properties rule : owner.objects("Rules")) {
      metric(rule).ifPresent(metric -> metrics.put(rule.text("Name"), metric));
      rule.text("Priority");
      int priority = rule.number("Priority", 0, 0, Integer.MAX_VALUE);
      if (!priorities.add(priority)) {
        throw rule.fault("Priority", "stands twice");
      }
      if (!names.add(rule.text("Name"))) {
        throw rule.fault("Name", "stands twice");
      }
      ranked.add(new Ranked(priority, entry(rule)));
    }
    return ranked.stream()
        .sorted(Comparator.comparingInt(Ranked::priority))
        .map(Ranked::entry)
        .toList();
  }

  private AclEntry entry(Properties rule) {
    Properties statement = rule.object(STATEMENT);
    if (statement.has(MANAGED)) {
      Properties managed = statement.object(MANAGED);
      return reference(rule, managed(managed), managed, scopeDown(managed));
    }
    if (statement.has(REFERENCE)) {
      Properties own = statement.object(REFERENCE);
      return reference(rule, own(own), own, Optional.empty());
    }
    return new AclEntry.Single(rule(rule, statement));
  }

  private FirewallRule rule(Properties rule, Properties statement) {
    if (rule.has("OverrideAction")) {
      throw rule.fault("OverrideAction", "is for rules that refer to a group");
    }
    List<String> labels = new ArrayList<>();
    for (Properties label : rule.objects("RuleLabels")) {
      labels.add(context.labelPrefix() + label.text("Name"));
    }
    return new FirewallRule(
        rule.text("Name"),
        statements.read(rule, STATEMENT, statement),
        actions.read(rule, "Action"),
        labels,
        statement.has("RateBasedStatement"));
  }

  private RuleGroup managed(Properties statement) {
    return groups
        .managed(statement.text("VendorName"), statement.text("Name"))
        .orElseThrow(
            () -> statement.fault("Name", "is a managed group that the local run does not know"));
  }

  private RuleGroup own(Properties statement) {
    return groups
        .own(statement.text("Arn"))
        .orElseThrow(() -> statement.fault("Arn", "names no rule group of the template"));
  }

  /** Of managed groups alone: a reference to an own group has none. */
  private Optional<RuleStatement> scopeDown(Properties managed) {
    return managed.has("ScopeDownStatement")
        ? Optional.of(statements.nested(managed, "ScopeDownStatement"))
        : Optional.empty();
  }

  private AclEntry reference(
      Properties rule, RuleGroup group, Properties statement, Optional<RuleStatement> scopeDown) {
    if (rule.has("Action") || rule.has("RuleLabels")) {
      throw rule.fault(
          rule.has("Action") ? "Action" : "RuleLabels", "is not for rules that refer to a group");
    }
    Properties override = rule.object("OverrideAction");
    if (override.names().size() != 1 || !(override.has("None") || override.has("Count"))) {
      throw rule.fault("OverrideAction", "is not None or Count");
    }
    Properties _ = override.object(override.names().getFirst());
    Map<String, RuleAction> overrides = new HashMap<>();
    for (Properties each : statement.objects("RuleActionOverrides")) {
      requireRule(group, each);
      overrides.put(each.text("Name"), actions.read(each, "ActionToUse"));
    }
    Set<String> excluded = new HashSet<>();
    for (Properties each : statement.objects("ExcludedRules")) {
      requireRule(group, each);
      excluded.add(each.text("Name"));
    }
    return new AclEntry.Reference(
        rule.text("Name"), group, override.has("Count"), overrides, excluded, scopeDown);
  }

  /** AWS takes a name that no rule has, and so a typing error leaves the rule as it was. */
  private static void requireRule(RuleGroup group, Properties override) {
    String name = override.text("Name");
    if (group.rules().stream().noneMatch(rule -> rule.name().equals(name))) {
      throw override.fault("Name", "is no rule of the group " + group.id());
    }
  }
}
