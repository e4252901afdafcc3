package dev.rampart.local.firewall.managed;

import dev.rampart.local.firewall.group.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The groups of AWS that have a stand-in. */
public final class ManagedGroups {
  private static final List<ManagedGroup> ALL =
      List.of(
          BaselineGroups.common(),
          BaselineGroups.knownBadInputs(),
          BaselineGroups.adminProtection(),
          UseCaseGroups.sqlDatabase(),
          UseCaseGroups.linux(),
          UseCaseGroups.posix(),
          UseCaseGroups.php(),
          UseCaseGroups.reputation(),
          UseCaseGroups.anonymous());

  private static final Map<String, RuleGroup> BY_NAME =
      ALL.stream()
          .map(ManagedGroup::group)
          .collect(
              Collectors.toUnmodifiableMap(group -> group.id().substring(4), Function.identity()));

  /** What the documentation says of a rule. */
  public record Row(String group, String rule, String label, Grade grade) {}

  private ManagedGroups() {}

  /** Returns the stand-in for a group; empty if there is none. */
  public static Optional<RuleGroup> find(String vendor, String name) {
    return vendor.equals("AWS") ? Optional.ofNullable(BY_NAME.get(name)) : Optional.empty();
  }

  /** Returns all rules, group by group. */
  public static List<Row> rows() {
    return ALL.stream()
        .flatMap(
            group ->
                group.rules().stream()
                    .map(
                        rule ->
                            new Row(
                                group.name(),
                                rule.name(),
                                "awswaf:managed:aws:" + group.namespace() + ":" + rule.label(),
                                rule.grade())))
        .toList();
  }
}
