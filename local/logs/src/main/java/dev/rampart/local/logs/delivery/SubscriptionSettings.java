package dev.rampart.local.logs.delivery;

import dev.rampart.local.logs.pattern.FilterPattern;
import dev.rampart.local.logs.pattern.InvalidPatternException;
import dev.rampart.local.template.Properties;

/**
 * A subscription filter of a template.
 *
 * @param name what a delivery names it by
 * @param logGroup the name of the group
 * @param pattern as the template writes it
 * @param filter what the pattern means
 * @param functionArn the function that it delivers to, perhaps with an alias
 */
public record SubscriptionSettings(
    String name, String logGroup, String pattern, FilterPattern filter, String functionArn) {
  private static final String PATTERN = "FilterPattern";
  private static final String DESTINATION = "DestinationArn";

  /**
   * Reads an {@code AWS::Logs::SubscriptionFilter}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static SubscriptionSettings read(Properties subscription) {
    String destination = subscription.text(DESTINATION);
    if (!destination.contains(":lambda:")) {
      throw subscription.fault(
          DESTINATION, "is no function; other destinations are no part of the local run");
    }
    // How records are spread over the shards of a stream, which a function has none of.
    subscription.leave("Distribution");
    String pattern = subscription.text(PATTERN);
    return new SubscriptionSettings(
        subscription
            .optionalText("FilterName")
            .orElseGet(() -> subscription.resource().physical().ref()),
        subscription.text("LogGroupName"),
        pattern,
        filter(subscription, pattern),
        destination);
  }

  private static FilterPattern filter(Properties subscription, String pattern) {
    try {
      return FilterPattern.parse(pattern);
    } catch (InvalidPatternException e) {
      throw subscription.fault(PATTERN, "cannot be parsed: " + e.getMessage());
    }
  }
}
