package dev.rampart.local.firewall.log;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.template.Properties;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which records are kept (AWS WAF API Reference, LoggingFilter). */
final class LogFilter {
  private static final Map<String, Boolean> BEHAVIOR = Map.of("KEEP", true, "DROP", false);

  /** A filter: the first whose conditions are met decides. */
  private record Filter(
      boolean keeps, boolean needsAll, List<Predicate<FirewallVerdict>> conditions) {
    private boolean isMet(FirewallVerdict verdict) {
      return needsAll
          ? conditions.stream().allMatch(each -> each.test(verdict))
          : conditions.stream().anyMatch(each -> each.test(verdict));
    }
  }

  private final List<Filter> filters;
  private final boolean keepsOthers;

  private LogFilter(List<Filter> filters, boolean keepsOthers) {
    this.filters = List.copyOf(filters);
    this.keepsOthers = keepsOthers;
  }

  /** Reads {@code LoggingFilter} of a logging configuration; without one, all are kept. */
  static LogFilter read(Properties logging) {
    if (!logging.has("LoggingFilter")) {
      return new LogFilter(List.of(), true);
    }
    Properties filter = logging.object("LoggingFilter");
    List<Filter> filters = new ArrayList<>();
    for (Properties each : filter.objects("Filters")) {
      each.text("Requirement");
      filters.add(
          new Filter(
              behavior(each, "Behavior"),
              each.choice("Requirement", "", Map.of("MEETS_ALL", true, "MEETS_ANY", false)),
              conditions(each)));
    }
    if (filters.isEmpty()) {
      throw filter.fault("Filters", "holds no filter");
    }
    return new LogFilter(filters, behavior(filter, "DefaultBehavior"));
  }

  private static boolean behavior(Properties owner, String name) {
    owner.text(name);
    return owner.choice(name, "", BEHAVIOR);
  }

  private static List<Predicate<FirewallVerdict>> conditions(Properties filter) {
    List<Predicate<FirewallVerdict>> conditions = new ArrayList<>();
    for (Properties each : filter.objects("Conditions")) {
      if (each.has("ActionCondition") == each.has("LabelNameCondition")) {
        throw filter.fault("Conditions", "has an element that does not hold one condition");
      }
      conditions.add(
          each.has("ActionCondition")
              ? action(each.object("ActionCondition"))
              : label(each.object("LabelNameCondition")));
    }
    if (conditions.isEmpty()) {
      throw filter.fault("Conditions", "holds no condition");
    }
    return conditions;
  }

  private static Predicate<FirewallVerdict> action(Properties condition) {
    String action =
        condition.oneOf(
            "Action", "ALLOW", "BLOCK", "COUNT", "CAPTCHA", "CHALLENGE", "EXCLUDED_AS_COUNT");
    return verdict -> actions(verdict).contains(action);
  }

  private static Predicate<FirewallVerdict> label(Properties condition) {
    String label = condition.text("LabelName");
    return verdict -> verdict.labels().contains(label);
  }

  /** Returns every action that was applied, by the web ACL and by rules of its groups. */
  private static Set<String> actions(FirewallVerdict verdict) {
    Set<String> actions = new HashSet<>();
    actions.add(verdict.action().wireName());
    verdict.counted().forEach(each -> actions.add(each.action().wireName()));
    verdict
        .groups()
        .forEach(
            group -> {
              group.counted().forEach(each -> actions.add(each.action().wireName()));
              group.terminating().ifPresent(each -> actions.add(each.action().wireName()));
              group.excluded().forEach(_ -> actions.add("EXCLUDED_AS_COUNT"));
            });
    return actions;
  }

  /** Returns whether the record of a request is kept. */
  boolean keeps(FirewallVerdict verdict) {
    for (Filter filter : filters) {
      if (filter.isMet(verdict)) {
        return filter.keeps();
      }
    }
    return keepsOthers;
  }
}
