package dev.rampart.domain.detection.tuning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a suggestion as the part of a CloudFormation template that it changes. */
final class OverrideYaml {
  /** Stands for a label that the lines do not show. */
  private static final String UNKNOWN_LABEL = "LABEL_OF_";

  private static final String ELSEWHERE = "Elsewhere";
  private static final int RULE_NAME_LENGTH_MAX = 128;

  private OverrideYaml() {}

  /**
   * Returns the lines to paste; empty if nothing is to be changed.
   *
   * @param label what the rule adds to requests, as far as it is known
   */
  static String of(
      CountingRule rule, CountReason reason, Suggestion suggestion, Optional<String> label) {
    if (rule.equals(CountingRule.OTHER)) {
      return "";
    }
    return switch (suggestion) {
      case Suggestion.BlockEverywhere() -> block(rule, reason);
      case Suggestion.BlockElsewhere(List<String> paths) -> elsewhere(rule, paths, label);
      case Suggestion.KeepCounting(), Suggestion.TooFewKnownGood() -> "";
    };
  }

  private static String block(CountingRule rule, CountReason reason) {
    String entry = "- {Name: %s, ActionToUse: {Block: {}}}".formatted(rule.name());
    return switch (reason) {
      case OWN_ACTION ->
          """
          # in the rule %s
          Action: {Block: {}}
          """
              .formatted(rule.name());
      case GROUP_DEFAULT -> inGroup(rule, "RuleActionOverrides:\n" + entry);
      case RULE_OVERRIDE ->
          inGroup(
              rule,
              "# instead of its Count; without the entry the action of the group holds\n"
                  + "RuleActionOverrides:\n"
                  + entry);
      case EXCLUDED ->
          inGroup(
              rule,
              "# take %s out of ExcludedRules, and for a Block in any case write\n"
                      .formatted(rule.name())
                  + "RuleActionOverrides:\n"
                  + entry);
      case GROUP_OVERRIDE ->
          """
          # in the rule that refers to %s; its other rules block too, but those that an entry of
          # RuleActionOverrides has count
          OverrideAction: {None: {}}
          """
              .formatted(rule.group());
    };
  }

  private static String inGroup(CountingRule rule, String lines) {
    String reference =
        rule.isManaged()
            ? "ManagedRuleGroupStatement:\n  VendorName: %s\n  Name: %s\n"
                .formatted(rule.vendor(), rule.groupName())
            : "RuleGroupReferenceStatement:\n  Arn: %s\n".formatted(rule.group());
    return reference + lines.indent(2);
  }

  /** A rule of its own, behind the one that counts, which goes by the label that this one adds. */
  private static String elsewhere(CountingRule rule, List<String> paths, Optional<String> label) {
    String name = rule.name().replaceAll("[^0-9A-Za-z_-]", "-");
    name = name.substring(0, Math.min(name.length(), RULE_NAME_LENGTH_MAX - ELSEWHERE.length()));
    String ownLabel = "counted:" + name;
    String key = rule.isInGroup() ? label.orElse(UNKNOWN_LABEL + name) : ownLabel;
    String labels =
        rule.isInGroup()
            ? ""
            : "# in the rule %s, which goes on counting\nRuleLabels: [{Name: '%s'}]\n# behind it\n"
                .formatted(rule.name(), ownLabel);
    return labels
        + """
        - Name: %1$s
          Priority: 1000 # a number of its own, above that of the rule that counts
          Statement:
            AndStatement:
              Statements:
              - LabelMatchStatement: {Scope: LABEL, Key: '%2$s'}
        %3$s  Action: {Block: {}}
          VisibilityConfig: {CloudWatchMetricsEnabled: true, SampledRequestsEnabled: true, MetricName: %1$s}
        """
            .formatted(
                name + ELSEWHERE,
                key,
                paths.stream().map(OverrideYaml::notOn).collect(Collectors.joining()));
  }

  private static String notOn(String family) {
    return """
          - NotStatement:
              Statement:
                RegexMatchStatement:
                  FieldToMatch: {UriPath: {}}
                  RegexString: '%s'
                  TextTransformations: [{Priority: 0, Type: NONE}]
    """
        .formatted(RouteFamily.regex(family));
  }
}
