package dev.rampart.local.check.rule.data;

import dev.rampart.local.check.rule.PostureRule;
import java.util.List;
import java.util.stream.Stream;

/** The rules of what keeps and carries data. */
public final class DataRules {
  private DataRules() {}

  /** Returns them, family by family. */
  public static List<PostureRule> all() {
    return Stream.of(
            TableRules.all(),
            SecretRules.all(),
            BucketRules.all(),
            BusRules.all(),
            EventRuleRules.all(),
            SubscriberRules.all(),
            WebhookRules.all(),
            ScheduleRules.all(),
            QueueRules.all(),
            TopicRules.all(),
            KeyRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
